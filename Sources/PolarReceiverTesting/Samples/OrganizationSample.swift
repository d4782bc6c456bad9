/// The shop itself.
enum OrganizationSample {
    static let events = [
        SampleRecipe(type: "organization.updated") { data }
    ]

    private static var data: JSONText {
        """
        {
            "created_at": "2026-05-04T10:00:00Z",
            "modified_at": "2026-11-23T09:00:00.123000Z",
            "id": \(SampleID.organization),
            "name": "Musterwolke – Café für Software",
            "slug": "musterwolke",
            "avatar_url": "https://avatars.example.com/musterwolke.png",
            "email": "hallo@example.com",
            "website": "https://example.com",
            "socials": [
                {"platform": "github", "url": "https://github.example.com/musterwolke"},
                {"platform": "other", "url": "https://social.example.com/@musterwolke"}
            ],
            "status": "active",
            "country": "DE",
            "details_submitted_at": "2026-05-06T14:12:30.200000Z",
            "onboarding_resubmission_requested_at": null,
            "account_id": "8a9d93ca-c831-40bd-af0b-bdf77fab8002",
            "payout_account_id": "12b4d6cd-99dc-4a5f-8bba-49c9ad0e1058",
            "default_presentment_currency": "eur",
            "default_tax_behavior": "exclusive",
            "proration_behavior": "prorate",
            "allow_customer_updates": true,
            "sso_enforced": false,
            "embed_hosts": ["example.com", "shop.example.com"],
            \(settings),
            \(hiddenMembers)
        }
        """
    }

    private static let settings: JSONText = """
        "feature_settings": {
            "issue_funding_enabled": false,
            "wallets_enabled": false,
            "member_model_enabled": true,
            "checkout_localization_enabled": true,
            "overview_metrics": ["revenue", "active_subscriptions"],
            "reset_proration_behavior_enabled": false,
            "off_session_charges_enabled": false,
            "slack_benefit_enabled": true,
            "preview_access_enabled": false,
            "disputes_enabled": true,
            "dispute_auto_accept_enabled": true,
            "merchant_migration_enabled": true,
            "meter_cycling_enabled": true,
            "compass_enabled": false,
            "sso_enabled": false,
            "frame_ancestors_enforced": true
        },
        "subscription_settings": {
            "allow_multiple_subscriptions": false,
            "allow_customer_updates": true,
            "proration_behavior": "prorate",
            "benefit_revocation_grace_period": 3,
            "prevent_trial_abuse": true
        },
        "customer_email_settings": {
            "order_confirmation": true,
            "payment_method_expiration_reminder": true,
            "subscription_cancellation": true,
            "subscription_confirmation": true,
            "subscription_cycled": true,
            "subscription_cycled_after_trial": true,
            "subscription_past_due": true,
            "subscription_paused": true,
            "subscription_renewal_reminder": false,
            "subscription_resumed": true,
            "subscription_revoked": true,
            "subscription_trial_conversion_reminder": true,
            "subscription_uncanceled": true,
            "subscription_updated": false
        },
        "customer_portal_settings": {
            "usage": {"show": true},
            "subscription": {"update_seats": true, "update_units": true, "update_plan": true, "pause": true},
            "customer": {"allow_email_change": false}
        },
        "dispute_settings": {"auto_accept_below_amount": 1500},
        "capabilities": {
            "checkout_payments": true,
            "subscription_renewals": true,
            "payouts": true,
            "refunds": true,
            "api_access": true,
            "dashboard_access": true
        }
        """

    /// Written, but in no schema.
    private static let hiddenMembers: JSONText = """
        "bio": null,
        "company": "Musterwolke GmbH",
        "blog": null,
        "location": "Osnabrück",
        "twitter_username": null,
        "pledge_minimum_amount": 2000,
        "pledge_badge_show_amount": true,
        "default_upfront_split_to_contributors": null,
        "notification_settings": {"new_order": true, "new_subscription": true}
        """
}
