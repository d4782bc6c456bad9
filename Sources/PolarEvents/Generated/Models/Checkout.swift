// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `Checkout`.
    public struct Checkout: Equatable, Sendable {
        /// `id`.
        public var id: String

        /// `created_at`.
        public var createdAt: Date {
            get { exactCreatedAt.date }
            set { exactCreatedAt = Timestamp(newValue) }
        }

        private var exactCreatedAt: Timestamp

        /// `modified_at`.
        public var modifiedAt: Date? {
            get { exactModifiedAt?.date }
            set { exactModifiedAt = newValue.map(Timestamp.init) }
        }

        private var exactModifiedAt: Timestamp?

        /// `payment_processor`.
        public var paymentProcessor: Polar.PaymentProcessor

        /// `status`.
        public var status: Polar.CheckoutStatus

        /// `client_secret`.
        public var clientSecret: String

        /// `url`.
        public var url: String

        /// `expires_at`.
        public var expiresAt: Date {
            get { exactExpiresAt.date }
            set { exactExpiresAt = Timestamp(newValue) }
        }

        private var exactExpiresAt: Timestamp

        /// `success_url`.
        public var successURL: String

        /// `return_url`.
        public var returnURL: String?

        /// `embed_origin`.
        public var embedOrigin: String?

        /// `amount`, in the smallest unit of ``currency``.
        public var amount: Int

        /// `discount_amount`, in the smallest unit of ``currency``.
        public var discountAmount: Int

        /// `net_amount`, in the smallest unit of ``currency``.
        public var netAmount: Int

        /// `tax_amount`, in the smallest unit of ``currency``.
        public var taxAmount: Int?

        /// `tax_behavior`.
        public var taxBehavior: Polar.TaxBehavior?

        /// `total_amount`, in the smallest unit of ``currency``.
        public var totalAmount: Int

        /// `currency`.
        public var currency: String

        /// `allow_trial`.
        public var allowTrial: Bool?

        /// `active_trial_interval`.
        public var activeTrialInterval: Polar.TrialInterval?

        /// `active_trial_interval_count`.
        public var activeTrialIntervalCount: Int?

        /// `trial_end`.
        public var trialEnd: Date? {
            get { exactTrialEnd?.date }
            set { exactTrialEnd = newValue.map(Timestamp.init) }
        }

        private var exactTrialEnd: Timestamp?

        /// `organization_id`.
        public var organizationID: String

        /// `product_id`.
        public var productID: String?

        /// `product_price_id`.
        public var productPriceID: String?

        /// `discount_id`.
        public var discountID: String?

        /// `allow_discount_codes`.
        public var allowDiscountCodes: Bool

        /// `require_billing_address`.
        public var requireBillingAddress: Bool

        /// `is_discount_applicable`.
        public var isDiscountApplicable: Bool

        /// `is_free_product_price`.
        public var isFreeProductPrice: Bool

        /// `is_payment_required`.
        public var isPaymentRequired: Bool

        /// `is_payment_setup_required`.
        public var isPaymentSetupRequired: Bool

        /// `is_payment_form_required`.
        public var isPaymentFormRequired: Bool

        /// `customer_id`.
        public var customerID: String?

        /// `is_business_customer`.
        public var isBusinessCustomer: Bool

        /// `customer_name`.
        public var customerName: String?

        /// `customer_email`.
        public var customerEmail: String?

        /// `customer_ip_address`.
        public var customerIPAddress: String?

        /// `customer_billing_name`.
        public var customerBillingName: String?

        /// `customer_billing_address`.
        public var customerBillingAddress: Polar.Address?

        /// `customer_tax_id`.
        public var customerTaxID: String?

        /// `payment_method_type`.
        public var paymentMethodType: String?

        /// `payment_processor_metadata`.
        public var paymentProcessorMetadata: JSONMap<String>

        /// `billing_address_fields`.
        public var billingAddressFields: Polar.CheckoutBillingAddressFields

        /// `trial_interval`.
        public var trialInterval: Polar.TrialInterval?

        /// `trial_interval_count`.
        public var trialIntervalCount: Int?

        /// `metadata`.
        public var metadata: JSONMap<JSONValue>

        /// `external_customer_id`.
        public var externalCustomerID: String?

        /// `products`.
        public var products: [Polar.CheckoutProduct]

        /// `product`.
        public var product: Polar.CheckoutProduct?

        /// `product_price`.
        public var productPrice: Polar.ProductPrice?

        /// `prices`.
        public var prices: JSONMap<[Polar.ProductPrice]>?

        /// `discount`.
        public var discount: Polar.CheckoutDiscount?

        /// `subscription_id`.
        public var subscriptionID: String?

        /// `attached_custom_fields`.
        public var attachedCustomFields: [Polar.AttachedCustomField]?

        /// `customer_metadata`.
        public var customerMetadata: JSONMap<JSONValue>

        /// `custom_field_data`.
        public var customFieldData: JSONMap<JSONValue>?

        /// `locale`.
        public var locale: String?

        /// `max_seats`.
        public var maxSeats: Int?

        /// `min_seats`.
        public var minSeats: Int?

        /// `seats`.
        public var seats: Int?

        /// `max_units`. Not in payloads of 2026-08.
        public var maxUnits: Int?

        /// `min_units`. Not in payloads of 2026-08.
        public var minUnits: Int?

        /// `units`. Not in payloads of 2026-08.
        public var units: Int?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.Checkout: JSONCodable {
    private static let fields: FieldNames = ["id", "created_at", "modified_at", "payment_processor", "status", "client_secret", "url", "expires_at", "success_url", "return_url", "embed_origin", "amount", "discount_amount", "net_amount", "tax_amount", "tax_behavior", "total_amount", "currency", "allow_trial", "active_trial_interval", "active_trial_interval_count", "trial_end", "organization_id", "product_id", "product_price_id", "discount_id", "allow_discount_codes", "require_billing_address", "is_discount_applicable", "is_free_product_price", "is_payment_required", "is_payment_setup_required", "is_payment_form_required", "customer_id", "is_business_customer", "customer_name", "customer_email", "customer_ip_address", "customer_billing_name", "customer_billing_address", "customer_tax_id", "payment_method_type", "payment_processor_metadata", "billing_address_fields", "trial_interval", "trial_interval_count", "metadata", "external_customer_id", "products", "product", "product_price", "prices", "discount", "subscription_id", "attached_custom_fields", "customer_metadata", "custom_field_data", "locale", "max_seats", "min_seats", "seats", "max_units", "min_units", "units"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var id: String?
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var paymentProcessor: Polar.PaymentProcessor?
        var status: Polar.CheckoutStatus?
        var clientSecret: String?
        var url: String?
        var expiresAt: Timestamp?
        var successURL: String?
        var returnURL: String?
        var embedOrigin: String?
        var amount: Int?
        var discountAmount: Int?
        var netAmount: Int?
        var taxAmount: Int?
        var taxBehavior: Polar.TaxBehavior?
        var totalAmount: Int?
        var currency: String?
        var allowTrial: Bool?
        var activeTrialInterval: Polar.TrialInterval?
        var activeTrialIntervalCount: Int?
        var trialEnd: Timestamp?
        var organizationID: String?
        var productID: String?
        var productPriceID: String?
        var discountID: String?
        var allowDiscountCodes: Bool?
        var requireBillingAddress: Bool?
        var isDiscountApplicable: Bool?
        var isFreeProductPrice: Bool?
        var isPaymentRequired: Bool?
        var isPaymentSetupRequired: Bool?
        var isPaymentFormRequired: Bool?
        var customerID: String?
        var isBusinessCustomer: Bool?
        var customerName: String?
        var customerEmail: String?
        var customerIPAddress: String?
        var customerBillingName: String?
        var customerBillingAddress: Polar.Address?
        var customerTaxID: String?
        var paymentMethodType: String?
        var paymentProcessorMetadata: JSONMap<String>?
        var billingAddressFields: Polar.CheckoutBillingAddressFields?
        var trialInterval: Polar.TrialInterval?
        var trialIntervalCount: Int?
        var metadata: JSONMap<JSONValue>?
        var externalCustomerID: String?
        var products: [Polar.CheckoutProduct]?
        var product: Polar.CheckoutProduct?
        var productPrice: Polar.ProductPrice?
        var prices: JSONMap<[Polar.ProductPrice]>?
        var discount: Polar.CheckoutDiscount?
        var subscriptionID: String?
        var attachedCustomFields: [Polar.AttachedCustomField]?
        var customerMetadata: JSONMap<JSONValue>?
        var customFieldData: JSONMap<JSONValue>?
        var locale: String?
        var maxSeats: Int?
        var minSeats: Int?
        var seats: Int?
        var maxUnits: Int?
        var minUnits: Int?
        var units: Int?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: id = try String(from: &reader, json)
            case 1: createdAt = try Timestamp(from: &reader, json)
            case 2: modifiedAt = try Timestamp?(from: &reader, json)
            case 3: paymentProcessor = try Polar.PaymentProcessor(from: &reader, json)
            case 4: status = try Polar.CheckoutStatus(from: &reader, json)
            case 5: clientSecret = try String(from: &reader, json)
            case 6: url = try String(from: &reader, json)
            case 7: expiresAt = try Timestamp(from: &reader, json)
            case 8: successURL = try String(from: &reader, json)
            case 9: returnURL = try String?(from: &reader, json)
            case 10: embedOrigin = try String?(from: &reader, json)
            case 11: amount = try Int(from: &reader, json)
            case 12: discountAmount = try Int(from: &reader, json)
            case 13: netAmount = try Int(from: &reader, json)
            case 14: taxAmount = try Int?(from: &reader, json)
            case 15: taxBehavior = try Polar.TaxBehavior?(from: &reader, json)
            case 16: totalAmount = try Int(from: &reader, json)
            case 17: currency = try String(from: &reader, json)
            case 18: allowTrial = try Bool?(from: &reader, json)
            case 19: activeTrialInterval = try Polar.TrialInterval?(from: &reader, json)
            case 20: activeTrialIntervalCount = try Int?(from: &reader, json)
            case 21: trialEnd = try Timestamp?(from: &reader, json)
            case 22: organizationID = try String(from: &reader, json)
            case 23: productID = try String?(from: &reader, json)
            case 24: productPriceID = try String?(from: &reader, json)
            case 25: discountID = try String?(from: &reader, json)
            case 26: allowDiscountCodes = try Bool(from: &reader, json)
            case 27: requireBillingAddress = try Bool(from: &reader, json)
            case 28: isDiscountApplicable = try Bool(from: &reader, json)
            case 29: isFreeProductPrice = try Bool(from: &reader, json)
            case 30: isPaymentRequired = try Bool(from: &reader, json)
            case 31: isPaymentSetupRequired = try Bool(from: &reader, json)
            case 32: isPaymentFormRequired = try Bool(from: &reader, json)
            case 33: customerID = try String?(from: &reader, json)
            case 34: isBusinessCustomer = try Bool(from: &reader, json)
            case 35: customerName = try String?(from: &reader, json)
            case 36: customerEmail = try String?(from: &reader, json)
            case 37: customerIPAddress = try String?(from: &reader, json)
            case 38: customerBillingName = try String?(from: &reader, json)
            case 39: customerBillingAddress = try Polar.Address?(from: &reader, json)
            case 40: customerTaxID = try String?(from: &reader, json)
            case 41: paymentMethodType = try String?(from: &reader, json)
            case 42: paymentProcessorMetadata = try JSONMap<String>(from: &reader, json)
            case 43: billingAddressFields = try Polar.CheckoutBillingAddressFields(from: &reader, json)
            case 44: trialInterval = try Polar.TrialInterval?(from: &reader, json)
            case 45: trialIntervalCount = try Int?(from: &reader, json)
            case 46: metadata = try JSONMap<JSONValue>(from: &reader, json)
            case 47: externalCustomerID = try String?(from: &reader, json)
            case 48: products = try [Polar.CheckoutProduct](from: &reader, json)
            case 49: product = try Polar.CheckoutProduct?(from: &reader, json)
            case 50: productPrice = try Polar.ProductPrice?(from: &reader, json)
            case 51: prices = try JSONMap<[Polar.ProductPrice]>?(from: &reader, json)
            case 52: discount = try Polar.CheckoutDiscount?(from: &reader, json)
            case 53: subscriptionID = try String?(from: &reader, json)
            case 54: attachedCustomFields = try [Polar.AttachedCustomField]?(from: &reader, json)
            case 55: customerMetadata = try JSONMap<JSONValue>(from: &reader, json)
            case 56: customFieldData = try JSONMap<JSONValue>?(from: &reader, json)
            case 57: locale = try String?(from: &reader, json)
            case 58: maxSeats = try Int?(from: &reader, json)
            case 59: minSeats = try Int?(from: &reader, json)
            case 60: seats = try Int?(from: &reader, json)
            case 61: maxUnits = try Int?(from: &reader, json)
            case 62: minUnits = try Int?(from: &reader, json)
            case 63: units = try Int?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            id: try cursor.require(id, "id"),
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            paymentProcessor: try cursor.require(paymentProcessor, "payment_processor"),
            status: try cursor.require(status, "status"),
            clientSecret: try cursor.require(clientSecret, "client_secret"),
            url: try cursor.require(url, "url"),
            exactExpiresAt: try cursor.require(expiresAt, "expires_at"),
            successURL: try cursor.require(successURL, "success_url"),
            returnURL: returnURL,
            embedOrigin: embedOrigin,
            amount: try cursor.require(amount, "amount"),
            discountAmount: try cursor.require(discountAmount, "discount_amount"),
            netAmount: try cursor.require(netAmount, "net_amount"),
            taxAmount: taxAmount,
            taxBehavior: taxBehavior,
            totalAmount: try cursor.require(totalAmount, "total_amount"),
            currency: try cursor.require(currency, "currency"),
            allowTrial: allowTrial,
            activeTrialInterval: activeTrialInterval,
            activeTrialIntervalCount: activeTrialIntervalCount,
            exactTrialEnd: trialEnd,
            organizationID: try cursor.require(organizationID, "organization_id"),
            productID: productID,
            productPriceID: productPriceID,
            discountID: discountID,
            allowDiscountCodes: try cursor.require(allowDiscountCodes, "allow_discount_codes"),
            requireBillingAddress: try cursor.require(requireBillingAddress, "require_billing_address"),
            isDiscountApplicable: try cursor.require(isDiscountApplicable, "is_discount_applicable"),
            isFreeProductPrice: try cursor.require(isFreeProductPrice, "is_free_product_price"),
            isPaymentRequired: try cursor.require(isPaymentRequired, "is_payment_required"),
            isPaymentSetupRequired: try cursor.require(isPaymentSetupRequired, "is_payment_setup_required"),
            isPaymentFormRequired: try cursor.require(isPaymentFormRequired, "is_payment_form_required"),
            customerID: customerID,
            isBusinessCustomer: try cursor.require(isBusinessCustomer, "is_business_customer"),
            customerName: customerName,
            customerEmail: customerEmail,
            customerIPAddress: customerIPAddress,
            customerBillingName: customerBillingName,
            customerBillingAddress: customerBillingAddress,
            customerTaxID: customerTaxID,
            paymentMethodType: paymentMethodType,
            paymentProcessorMetadata: try cursor.require(paymentProcessorMetadata, "payment_processor_metadata"),
            billingAddressFields: try cursor.require(billingAddressFields, "billing_address_fields"),
            trialInterval: trialInterval,
            trialIntervalCount: trialIntervalCount,
            metadata: try cursor.require(metadata, "metadata"),
            externalCustomerID: externalCustomerID,
            products: try cursor.require(products, "products"),
            product: product,
            productPrice: productPrice,
            prices: prices,
            discount: discount,
            subscriptionID: subscriptionID,
            attachedCustomFields: attachedCustomFields,
            customerMetadata: try cursor.require(customerMetadata, "customer_metadata"),
            customFieldData: customFieldData,
            locale: locale,
            maxSeats: maxSeats,
            minSeats: minSeats,
            seats: seats,
            maxUnits: maxUnits,
            minUnits: minUnits,
            units: units,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("payment_processor", paymentProcessor)
        writer.member("status", status)
        writer.member("client_secret", clientSecret)
        writer.member("url", url)
        writer.member("expires_at", exactExpiresAt)
        writer.member("success_url", successURL)
        writer.member("return_url", returnURL)
        writer.member("embed_origin", embedOrigin)
        writer.member("amount", amount)
        writer.member("discount_amount", discountAmount)
        writer.member("net_amount", netAmount)
        writer.member("tax_amount", taxAmount)
        writer.member("tax_behavior", taxBehavior)
        writer.member("total_amount", totalAmount)
        writer.member("currency", currency)
        writer.member("allow_trial", allowTrial)
        writer.member("active_trial_interval", activeTrialInterval)
        writer.member("active_trial_interval_count", activeTrialIntervalCount)
        writer.member("trial_end", exactTrialEnd)
        writer.member("organization_id", organizationID)
        writer.member("product_id", productID)
        writer.member("product_price_id", productPriceID)
        writer.member("discount_id", discountID)
        writer.member("allow_discount_codes", allowDiscountCodes)
        writer.member("require_billing_address", requireBillingAddress)
        writer.member("is_discount_applicable", isDiscountApplicable)
        writer.member("is_free_product_price", isFreeProductPrice)
        writer.member("is_payment_required", isPaymentRequired)
        writer.member("is_payment_setup_required", isPaymentSetupRequired)
        writer.member("is_payment_form_required", isPaymentFormRequired)
        writer.member("customer_id", customerID)
        writer.member("is_business_customer", isBusinessCustomer)
        writer.member("customer_name", customerName)
        writer.member("customer_email", customerEmail)
        writer.member("customer_ip_address", customerIPAddress)
        writer.member("customer_billing_name", customerBillingName)
        writer.member("customer_billing_address", customerBillingAddress)
        writer.member("customer_tax_id", customerTaxID)
        writer.member("payment_method_type", paymentMethodType)
        writer.member("payment_processor_metadata", paymentProcessorMetadata)
        writer.member("billing_address_fields", billingAddressFields)
        writer.member("trial_interval", trialInterval)
        writer.member("trial_interval_count", trialIntervalCount)
        writer.member("metadata", metadata)
        writer.member("external_customer_id", externalCustomerID)
        writer.member("products", products)
        writer.member("product", product)
        writer.member("product_price", productPrice)
        writer.member("prices", prices)
        writer.member("discount", discount)
        writer.member("subscription_id", subscriptionID)
        writer.member("attached_custom_fields", attachedCustomFields)
        writer.member("customer_metadata", customerMetadata)
        writer.memberIfPresent("custom_field_data", customFieldData)
        writer.memberIfPresent("locale", locale)
        writer.memberIfPresent("max_seats", maxSeats)
        writer.memberIfPresent("min_seats", minSeats)
        writer.memberIfPresent("seats", seats)
        writer.memberIfPresent("max_units", maxUnits)
        writer.memberIfPresent("min_units", minUnits)
        writer.memberIfPresent("units", units)
        writer.endObject()
    }
}
