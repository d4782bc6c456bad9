// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `TaxIDFormat`: any text, the known ones by name.
    public struct TaxIDFormat: OpenEnum, JSONCodable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// `ad_nrt`.
        public static let adNrt = TaxIDFormat(rawValue: "ad_nrt")

        /// `ae_trn`.
        public static let aeTrn = TaxIDFormat(rawValue: "ae_trn")

        /// `ar_cuit`.
        public static let arCuit = TaxIDFormat(rawValue: "ar_cuit")

        /// `au_abn`.
        public static let auAbn = TaxIDFormat(rawValue: "au_abn")

        /// `au_arn`.
        public static let auArn = TaxIDFormat(rawValue: "au_arn")

        /// `bg_uic`.
        public static let bgUic = TaxIDFormat(rawValue: "bg_uic")

        /// `bh_vat`.
        public static let bhVat = TaxIDFormat(rawValue: "bh_vat")

        /// `bo_tin`.
        public static let boTin = TaxIDFormat(rawValue: "bo_tin")

        /// `br_cnpj`.
        public static let brCnpj = TaxIDFormat(rawValue: "br_cnpj")

        /// `br_cpf`.
        public static let brCpf = TaxIDFormat(rawValue: "br_cpf")

        /// `ca_bn`.
        public static let caBn = TaxIDFormat(rawValue: "ca_bn")

        /// `ca_gst_hst`.
        public static let caGstHst = TaxIDFormat(rawValue: "ca_gst_hst")

        /// `ca_pst_bc`.
        public static let caPstBc = TaxIDFormat(rawValue: "ca_pst_bc")

        /// `ca_pst_mb`.
        public static let caPstMb = TaxIDFormat(rawValue: "ca_pst_mb")

        /// `ca_pst_sk`.
        public static let caPstSk = TaxIDFormat(rawValue: "ca_pst_sk")

        /// `ca_qst`.
        public static let caQst = TaxIDFormat(rawValue: "ca_qst")

        /// `ch_uid`.
        public static let chUid = TaxIDFormat(rawValue: "ch_uid")

        /// `ch_vat`.
        public static let chVat = TaxIDFormat(rawValue: "ch_vat")

        /// `cl_tin`.
        public static let clTin = TaxIDFormat(rawValue: "cl_tin")

        /// `cn_tin`.
        public static let cnTin = TaxIDFormat(rawValue: "cn_tin")

        /// `co_nit`.
        public static let coNit = TaxIDFormat(rawValue: "co_nit")

        /// `cr_tin`.
        public static let crTin = TaxIDFormat(rawValue: "cr_tin")

        /// `de_stn`.
        public static let deStn = TaxIDFormat(rawValue: "de_stn")

        /// `do_rcn`.
        public static let doRcn = TaxIDFormat(rawValue: "do_rcn")

        /// `ec_ruc`.
        public static let ecRuc = TaxIDFormat(rawValue: "ec_ruc")

        /// `eg_tin`.
        public static let egTin = TaxIDFormat(rawValue: "eg_tin")

        /// `es_cif`.
        public static let esCif = TaxIDFormat(rawValue: "es_cif")

        /// `eu_oss_vat`.
        public static let euOssVat = TaxIDFormat(rawValue: "eu_oss_vat")

        /// `eu_vat`.
        public static let euVat = TaxIDFormat(rawValue: "eu_vat")

        /// `gb_vat`.
        public static let gbVat = TaxIDFormat(rawValue: "gb_vat")

        /// `ge_vat`.
        public static let geVat = TaxIDFormat(rawValue: "ge_vat")

        /// `hk_br`.
        public static let hkBr = TaxIDFormat(rawValue: "hk_br")

        /// `hr_oib`.
        public static let hrOib = TaxIDFormat(rawValue: "hr_oib")

        /// `hu_tin`.
        public static let huTin = TaxIDFormat(rawValue: "hu_tin")

        /// `id_npwp`.
        public static let idNpwp = TaxIDFormat(rawValue: "id_npwp")

        /// `il_vat`.
        public static let ilVat = TaxIDFormat(rawValue: "il_vat")

        /// `in_gst`.
        public static let inGst = TaxIDFormat(rawValue: "in_gst")

        /// `is_vat`.
        public static let isVat = TaxIDFormat(rawValue: "is_vat")

        /// `jp_cn`.
        public static let jpCn = TaxIDFormat(rawValue: "jp_cn")

        /// `jp_rn`.
        public static let jpRn = TaxIDFormat(rawValue: "jp_rn")

        /// `jp_trn`.
        public static let jpTrn = TaxIDFormat(rawValue: "jp_trn")

        /// `ke_pin`.
        public static let kePin = TaxIDFormat(rawValue: "ke_pin")

        /// `kr_brn`.
        public static let krBrn = TaxIDFormat(rawValue: "kr_brn")

        /// `kz_bin`.
        public static let kzBin = TaxIDFormat(rawValue: "kz_bin")

        /// `li_uid`.
        public static let liUid = TaxIDFormat(rawValue: "li_uid")

        /// `mk_vat`.
        public static let mkVat = TaxIDFormat(rawValue: "mk_vat")

        /// `mx_rfc`.
        public static let mxRfc = TaxIDFormat(rawValue: "mx_rfc")

        /// `my_frp`.
        public static let myFrp = TaxIDFormat(rawValue: "my_frp")

        /// `my_itn`.
        public static let myItn = TaxIDFormat(rawValue: "my_itn")

        /// `my_sst`.
        public static let mySst = TaxIDFormat(rawValue: "my_sst")

        /// `ng_tin`.
        public static let ngTin = TaxIDFormat(rawValue: "ng_tin")

        /// `no_vat`.
        public static let noVat = TaxIDFormat(rawValue: "no_vat")

        /// `no_voec`.
        public static let noVoec = TaxIDFormat(rawValue: "no_voec")

        /// `nz_gst`.
        public static let nzGst = TaxIDFormat(rawValue: "nz_gst")

        /// `om_vat`.
        public static let omVat = TaxIDFormat(rawValue: "om_vat")

        /// `pe_ruc`.
        public static let peRuc = TaxIDFormat(rawValue: "pe_ruc")

        /// `ph_tin`.
        public static let phTin = TaxIDFormat(rawValue: "ph_tin")

        /// `ro_tin`.
        public static let roTin = TaxIDFormat(rawValue: "ro_tin")

        /// `rs_pib`.
        public static let rsPib = TaxIDFormat(rawValue: "rs_pib")

        /// `ru_inn`.
        public static let ruInn = TaxIDFormat(rawValue: "ru_inn")

        /// `ru_kpp`.
        public static let ruKpp = TaxIDFormat(rawValue: "ru_kpp")

        /// `sa_vat`.
        public static let saVat = TaxIDFormat(rawValue: "sa_vat")

        /// `sg_gst`.
        public static let sgGst = TaxIDFormat(rawValue: "sg_gst")

        /// `sg_uen`.
        public static let sgUen = TaxIDFormat(rawValue: "sg_uen")

        /// `si_tin`.
        public static let siTin = TaxIDFormat(rawValue: "si_tin")

        /// `sv_nit`.
        public static let svNit = TaxIDFormat(rawValue: "sv_nit")

        /// `th_vat`.
        public static let thVat = TaxIDFormat(rawValue: "th_vat")

        /// `tr_tin`.
        public static let trTin = TaxIDFormat(rawValue: "tr_tin")

        /// `tw_vat`.
        public static let twVat = TaxIDFormat(rawValue: "tw_vat")

        /// `ua_vat`.
        public static let uaVat = TaxIDFormat(rawValue: "ua_vat")

        /// `us_ein`.
        public static let usEin = TaxIDFormat(rawValue: "us_ein")

        /// `uy_ruc`.
        public static let uyRuc = TaxIDFormat(rawValue: "uy_ruc")

        /// `ve_rif`.
        public static let veRif = TaxIDFormat(rawValue: "ve_rif")

        /// `vn_tin`.
        public static let vnTin = TaxIDFormat(rawValue: "vn_tin")

        /// `za_vat`.
        public static let zaVat = TaxIDFormat(rawValue: "za_vat")

        /// `mu_tan`.
        public static let muTan = TaxIDFormat(rawValue: "mu_tan")
    }
}
