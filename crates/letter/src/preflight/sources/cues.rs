//! The words by which claims with a number are told, and what they rest on, by language.

/// The cues of one language.
pub(super) struct Cues {
    language: &'static str,
    /// Words by which a sentence names where it has its number from.
    pub sources: &'static [&'static str],
    /// Words by which a sentence names a document that may hold it.
    pub documents: &'static [&'static str],
    /// Words by which the writer speaks of what is known at first hand, or the reader's own knowledge is meant.
    pub first_hand: &'static [&'static str],
    /// Words by which a sentence asks or supposes instead of telling.
    pub not_told: &'static [&'static str],
    /// Words that point back to the sentence before.
    pub back: &'static [&'static str],
    /// Who or what is counted by the hundred.
    pub many: &'static [&'static str],
    /// What is counted one by one.
    pub events: &'static [&'static str],
    /// Verbs by which a sum is a claim.
    pub costs: &'static [&'static str],
    /// Words before a number that make it a name.
    pub numbered: &'static [&'static str],
    /// What consists of as many as it says.
    pub groups: &'static [&'static str],
    /// Verbs between somebody and how many they are.
    pub are: &'static [&'static str],
    /// Words that end what is counted.
    pub joining: &'static [&'static str],
    /// Words after `times`.
    pub more: &'static [&'static str],
    /// `per cent`, in two words.
    pub per_cent: [&'static str; 2],
    /// Words that multiply.
    pub scales: &'static [(&'static str, f64)],
}

impl Cues {
    /// The cues of a language by its primary subtag.
    pub fn of(language: &str) -> Option<&'static Self> {
        CUES.iter().find(|cues| cues.language.eq_ignore_ascii_case(language))
    }
}

#[rustfmt::skip]
const CUES: [Cues; 2] = [
    Cues {
        language: "en",
        sources: &[
            "according", "report", "reports", "reported", "study", "studies", "survey", "surveys", "surveyed", "census",
            "data", "dataset", "audit", "audits", "analysis", "estimate", "estimates", "estimated", "count", "counts",
            "counted", "figures", "findings", "found", "finds", "show", "shows", "showed", "shown", "exhibit", "exhibits",
            "appendix", "attachment", "table", "statistics", "researchers", "poll", "polls", "polled", "index",
        ],
        documents: &[
            "says", "said", "states", "stated", "cites", "cited", "attached", "enclosed", "page", "pages", "chapter",
            "section", "resolution", "ordinance", "eir", "deir", "feir", "minutes", "transcript", "testimony", "testified",
            "told", "record", "records", "log", "logs", "notice", "rule", "preamble", "application", "permit", "budget",
            "petition", "article", "published", "publishes", "wrote", "writes", "concluded", "concludes", "calculated",
            "measured", "agenda", "memo", "memorandum", "letter", "quoted", "document", "documents", "guidelines", "plan",
            "appraisal", "invoice", "invoices", "receipt", "receipts", "check", "figure", "staff", "§",
        ],
        first_hand: &[
            "i", "we", "our", "us", "my", "me", "ours", "mine", "i’ve", "i've", "i'm", "i’m", "we’ve", "we've", "we're",
            "we’re", "member", "members", "you", "your", "volunteers",
        ],
        not_told: &[
            "please", "ask", "asks", "urge", "urges", "request", "requests", "should", "must", "shall", "require",
            "requires", "propose", "proposes", "proposed", "proposal", "would", "could", "might", "if", "imagine",
            "suppose", "let", "allow", "limit", "keep", "fund", "restore",
        ],
        back: &["these", "those", "them", "they", "this", "that", "it", "its", "their", "another", "same", "others", "both"],
        many: &[
            "people", "residents", "families", "households", "persons", "children", "students", "workers", "renters",
            "tenants", "riders", "patients", "seniors", "veterans", "homeowners", "immigrants", "drivers", "commuters",
            "neighbors", "neighbours", "voters", "caregivers", "homes", "apartments", "jobs", "businesses", "pedestrians",
            "cyclists", "women", "men", "adults", "teachers", "employees", "visitors", "trees", "vehicles", "cars", "trucks",
            "places", "units", "spaces", "beds", "slots", "trips",
        ],
        events: &[
            "incidents", "crashes", "collisions", "complaints", "deaths", "injuries", "arrests", "evictions", "citations",
            "fires", "shootings", "accidents", "overdoses", "searches", "raids", "thefts", "burglaries", "violations",
        ],
        costs: &[
            "cost", "costs", "lost", "loses", "lose", "spent", "spends", "spend", "pays", "paid", "saves", "saved", "save",
            "wasted", "generates", "generated", "raised", "earned", "earns", "earn", "owes", "owed", "worth", "averages",
        ],
        numbered: &["item", "no", "number", "bill", "measure", "room", "suite", "line", "route", "local"],
        groups: &["union", "association", "coalition", "network", "group", "congregation", "school", "alliance"],
        are: &["is", "are", "was", "were"],
        joining: &["of", "in", "at", "and", "to", "the", "a", "for", "on", "by", "from", "with"],
        more: &["as", "more", "higher", "less", "likelier", "greater", "worse"],
        per_cent: ["per", "cent"],
        scales: &[("hundred", 100.0), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9)],
    },
    Cues {
        language: "es",
        sources: &[
            "según", "estudio", "estudios", "informe", "informes", "encuesta", "encuestas", "censo", "datos", "reporte",
            "reportes", "auditoría", "análisis", "estimación", "encontró", "muestra", "muestran", "anexo", "tabla",
            "estadísticas", "sondeo", "cifras", "contamos", "conté",
        ],
        documents: &[
            "dice", "dicen", "dijo", "dijeron", "página", "páginas", "capítulo", "sección", "artículo", "resolución",
            "ordenanza", "acta", "actas", "expediente", "aviso", "plan", "presupuesto", "carta", "documento", "escribió",
            "personal", "§",
        ],
        first_hand: &[
            "yo", "mi", "mis", "nosotros", "nosotras", "nuestra", "nuestras", "nuestro", "nuestros", "nos", "me", "hemos",
            "somos", "su", "sus", "usted", "ustedes", "miembros", "tenemos",
        ],
        not_told: &[
            "favor", "pedimos", "pido", "solicitamos", "solicito", "instamos", "debe", "deben", "debería", "si", "podría",
            "sería", "propuesta", "propone",
        ],
        back: &["de", "esto", "eso", "estos", "esos", "estas", "esas", "ellos", "ellas", "otro", "otra", "mismo", "misma"],
        many: &["personas", "residentes", "familias", "hogares", "habitantes", "niños", "estudiantes", "trabajadores", "inquilinos"],
        events: &["incidentes", "accidentes", "quejas", "muertes", "heridos", "arrestos", "desalojos"],
        costs: &["costó", "cuesta", "cuestan", "perdió", "gastó", "gasta", "paga", "pagó"],
        numbered: &["punto", "número", "núm", "artículo", "calle", "ruta"],
        groups: &["unión", "asociación", "coalición", "red", "grupo", "escuela"],
        are: &["son", "es", "eran", "somos"],
        joining: &["de", "en", "y", "a", "el", "la", "los", "las", "por", "con", "para"],
        more: &["más", "menos"],
        per_cent: ["por", "ciento"],
        scales: &[("mil", 1e3), ("millones", 1e6)],
    },
];
