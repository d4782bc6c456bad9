extension NewPackage {
    /// `receiver.yaml`.
    static let configuration = """
        # What differs from the defaults; config/receiver.yaml of polar-receiver describes every key.
        # The secret stays out of this file: set POLAR_WEBHOOK_SECRET, or POLAR_WEBHOOK_SECRET_FILE with one per line.

        handlers:
          # The module of this name. How many seconds an attempt may take, and how many deliveries run at the same time.
          fulfilment:
            timeout: 30
            concurrency: 4

        """
}
