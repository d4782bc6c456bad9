/// Something the shop sells.
struct ProductSample: Sendable {
    let id: String
    let name: String
    var description: String?
    var recurringInterval: String?
    var trialDays: Int?
    var isArchived = false
    var visibility = "public"
    var modifiedAt: String?
    var metadata: JSONText = "{}"
    let prices: [PriceSample]
    var benefits: [BenefitSample] = []
    var customFields: [JSONText] = []
    var hasMedia = false

    /// The whole product, as subscriptions carry it.
    var data: JSONText {
        """
        {
            \(members),
            "metadata": \(metadata),
            "is_deletable": false,
            "prices": \(prices.map(\.data)),
            "benefits": \(benefits.map(\.data)),
            "medias": \(medias),
            "attached_custom_fields": \(customFields)
        }
        """
    }

    /// The product in orders and discounts.
    var summary: JSONText {
        "{\(members), \"metadata\": \(metadata)}"
    }

    /// The product as the checkout shows it.
    var checkoutData: JSONText {
        """
        {
            \(members),
            "prices": \(prices.map(\.data)),
            "benefits": \(benefits.map(\.publicData)),
            "medias": \(medias)
        }
        """
    }

    private var members: JSONText {
        """
        "id": \(id),
        "created_at": "2026-05-04T12:00:00.000100Z",
        "modified_at": \(modifiedAt),
        "trial_interval": \(trialDays == nil ? nil : "day"),
        "trial_interval_count": \(trialDays),
        "name": \(name),
        "description": \(description),
        "visibility": \(visibility),
        "recurring_interval": \(recurringInterval),
        "recurring_interval_count": \(recurringInterval == nil ? nil : 1),
        "meter_interval": \(recurringInterval == "year" ? "month" : nil),
        "meter_interval_count": \(recurringInterval == "year" ? 1 : nil),
        "is_recurring": \(recurringInterval != nil),
        "is_archived": \(isArchived),
        "organization_id": \(SampleID.organization)
        """
    }

    private var medias: [JSONText] { hasMedia ? [Self.media] : [] }

    private static let media: JSONText = """
        {
            "id": "12853c42-b130-46b3-8fad-a93571809d35",
            "organization_id": \(SampleID.organization),
            "name": "wolke-überblick.png",
            "path": "product_media/12853c42/wolke-überblick.png",
            "mime_type": "image/png",
            "size": 48213,
            "storage_version": null,
            "checksum_etag": "5f8d2a9c41b7e03d6a1f4c8e9b027d35",
            "checksum_sha256_base64": "QtRrADl+3hNQZqsnAiRQQfaZ4amKhwChA/9xroYsUqY=",
            "checksum_sha256_hex": "42d46b00397ede135066ab2702245041f699e1a98a8700a103ff71ae862c52a6",
            "last_modified_at": "2026-05-04T12:05:00Z",
            "version": null,
            "service": "product_media",
            "is_uploaded": true,
            "created_at": "2026-05-04T12:05:00.640000Z",
            "size_readable": "47.1 KB",
            "public_url": "https://files.example.com/product_media/12853c42/wolke.png"
        }
        """
}

extension ProductSample {
    static let pro = ProductSample(
        id: SampleID.proProduct,
        name: "Wolke Pro",
        description: "Notizen für alle Geräte – mit KI ☁️",
        recurringInterval: "month",
        trialDays: 14,
        modifiedAt: "2026-09-01T06:00:00.450000Z",
        metadata: #"{"tier": 2, "weight": 10.0, "featured": true}"#,
        prices: [.pro, .tokens],
        benefits: [.licenseKeys, .tokenCredit, .discord, .featureFlag],
        customFields: [
            CustomFieldSample.nickname.attached(order: 0, isRequired: false),
            CustomFieldSample.consent.attached(order: 1, isRequired: false),
        ],
        hasMedia: true
    )

    static let team = ProductSample(
        id: SampleID.teamProduct,
        name: "Wolke Team",
        description: "Notizen für Büros & Ateliers",
        recurringInterval: "month",
        prices: [.seats],
        benefits: [.slackChannel, .gitHubRepository, .custom],
        customFields: [
            CustomFieldSample.deskCount.attached(order: 0, isRequired: true),
            CustomFieldSample.startDate.attached(order: 1, isRequired: false),
            CustomFieldSample.trade.attached(order: 2, isRequired: false),
        ]
    )

    static let storage = ProductSample(
        id: SampleID.storageProduct,
        name: "Wolkenspeicher",
        recurringInterval: "year",
        metadata: #"{"region": "eu-central", "shard": 9007199254740993}"#,
        prices: [.storage, .devices, .storageRupiah, .devicesRupiah]
    )

    static let classic = ProductSample(
        id: SampleID.classicProduct,
        name: "Wolke Classic",
        description: "Für Kundinnen und Kunden der ersten Stunde",
        recurringInterval: "month",
        isArchived: true,
        visibility: "private",
        modifiedAt: "2026-11-20T09:12:44.018000Z",
        prices: [.classic],
        benefits: [.licenseKeys, .downloadables]
    )

    static let icons = ProductSample(
        id: SampleID.iconsProduct,
        name: "Icônes à la carte",
        description: "Zahl, was du willst",
        prices: [.icons],
        benefits: [.downloadables]
    )

    static let events = [
        SampleRecipe(type: "product.created") { storage.data },
        SampleRecipe(type: "product.updated") { classic.data },
    ]
}
