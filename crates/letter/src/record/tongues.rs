//! The words that announce something personal, language by language.
//!
//! A letter may mix languages, and the language it is said to be in may be wrong; so a text is looked at with the words
//! of every language whose letters stand in it. A word by itself still says nothing: after it must come what looks like a
//! street, a number, a day or a name. Chinese names have no capitals to be known by and are not looked for.

use super::scan::is_wide;

/// The words of one language. All are in lower case.
pub(super) struct Tongue {
    /// A letter that no text in the language goes without; all texts have one of Latin letters.
    has: fn(char) -> bool,
    /// What announces somebody's home.
    pub(super) homes: &'static [&'static str],
    /// What announces a phone.
    pub(super) phones: &'static [&'static str],
    /// What announces a Social Security number.
    pub(super) security: &'static [&'static str],
    /// What announces a driver's licence.
    pub(super) licences: &'static [&'static str],
    /// What announces a date of birth.
    pub(super) births: &'static [&'static str],
    /// Cases, files and accounts, which are somebody's own beside one of `owners`.
    pub(super) cases: &'static [&'static str],
    /// Who stands in a relation to the one who writes, beside one of `owners`.
    pub(super) relations: &'static [&'static str],
    /// Whose, before or after the word.
    pub(super) owners: &'static [&'static str],
    /// What may stand between such words and what they announce.
    pub(super) between: &'static [&'static str],
    /// What stands before a name.
    pub(super) titles: &'static [&'static str],
    /// Whose a phone is when it is no person's.
    pub(super) offices: &'static [&'static str],
    /// Whose a phone is when it is the writer's.
    pub(super) own: &'static [&'static str],
}

/// The languages whose words may stand in a text.
pub(super) fn tongues(text: &str) -> impl Iterator<Item = &'static Tongue> + Clone {
    let spoken: Vec<&Tongue> = TONGUES.iter().filter(|tongue| text.chars().any(tongue.has)).collect();
    spoken.into_iter()
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{4ff}')
}

fn is_vietnamese(c: char) -> bool {
    matches!(c, '\u{1ea0}'..='\u{1ef9}' | 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư')
}

#[rustfmt::skip]
static TONGUES: [Tongue; 7] = [
    // English
    Tongue {
        has: is_latin,
        homes: &[
            "i live at", "we live at", "lives at", "live at", "i reside at", "we reside at", "resides at", "my home at",
            "our home at", "my house at", "my apartment at", "my address is", "my mailing address is",
            "home address", "my address", "home:", "residence:", "i rent at", "we rent at",
        ],
        phones: &[
            "phone", "telephone", "tel", "tel.", "cell", "mobile", "cellphone", "call me at", "call me on", "text me at",
            "reach me at", "call us at", "reach us at",
        ],
        security: &["ssn", "social security", "itin"],
        licences: &[
            "driver's license", "driver’s license", "drivers license", "driver's licence", "driver’s licence",
            "driver license", "cdl",
        ],
        births: &["date of birth", "dob", "birth date", "birthdate", "birthday", "born on", "born"],
        cases: &[
            "case", "claim", "account", "client", "member", "patient", "medical record", "alien", "a-number", "file",
            "booking", "inmate", "benefit",
        ],
        relations: &[
            "neighbor", "neighbour", "son", "daughter", "husband", "wife", "spouse", "mother", "father", "mom", "dad",
            "brother", "sister", "grandmother", "grandfather", "grandson", "granddaughter", "aunt", "uncle", "cousin",
            "nephew", "niece", "friend", "roommate", "landlord", "tenant", "coworker", "co-worker", "boyfriend",
            "girlfriend", "fiancé", "fiancée", "stepson", "stepdaughter", "grandma", "grandpa", "child", "caregiver",
        ],
        owners: &["my", "our", "his", "her", "their"],
        between: &["number", "no.", "no", "num.", "is", "was", "id"],
        titles: &["mr.", "mrs.", "ms.", "mx.", "miss"],
        offices: &[
            "clerk", "clerk's", "city", "county", "office", "department", "council", "board", "agency", "hotline",
            "district", "commission", "committee", "police", "staff", "switchboard", "fax", "dispatch", "bureau",
            "library", "school", "state",
        ],
        own: &["my", "me", "i", "our", "us", "we", "cell", "mobile"],
    },
    // Spanish
    Tongue {
        has: is_latin,
        homes: &[
            "vivo en", "vivimos en", "resido en", "residimos en", "vive en", "viven en", "mi casa en",
            "mi casa está en", "mi domicilio es", "mi dirección es", "mi dirección postal es", "nuestra casa en",
        ],
        phones: &["teléfono", "telefono", "celular", "cel.", "móvil", "llámeme al", "llámenme al", "mi número"],
        security: &["seguro social", "seguridad social"],
        licences: &["licencia de conducir", "licencia de manejar"],
        births: &["fecha de nacimiento", "nací el", "nació el", "nacido el", "nacida el"],
        cases: &["caso", "expediente", "cuenta", "reclamo", "solicitud"],
        relations: &[
            "vecino", "vecina", "hijo", "hija", "esposo", "esposa", "marido", "mujer", "madre", "padre", "mamá", "papá",
            "hermano", "hermana", "abuelo", "abuela", "nieto", "nieta", "tío", "tía", "primo", "prima", "sobrino",
            "sobrina", "amigo", "amiga", "novio", "novia", "casero", "casera", "inquilino", "inquilina",
        ],
        owners: &["mi", "nuestro", "nuestra", "su"],
        between: &["el", "la", "número", "numero", "núm.", "n.º", "no.", "es", "al"],
        titles: &["sr.", "sra.", "srta."],
        offices: &[
            "secretaría", "secretaria municipal", "oficina", "ciudad", "condado", "departamento", "concejo", "consejo",
            "junta", "agencia", "distrito", "comisión", "comité", "policía", "biblioteca", "escuela", "estado",
            "ayuntamiento", "alcaldía",
        ],
        own: &["mi", "me", "mío", "nuestro", "nos", "celular", "móvil", "llámeme", "llámenme"],
    },
    // Tagalog
    Tongue {
        has: is_latin,
        homes: &[
            "nakatira ako sa", "nakatira kami sa", "nakatira sa", "ang tirahan ko ay", "ang aking tirahan ay",
            "ang address ko ay", "ang aking address ay", "ang bahay ko sa", "ang bahay namin sa",
        ],
        phones: &["telepono", "selpon", "cellphone ko", "numero ko", "tawagan ako sa", "tawagan ninyo ako sa"],
        security: &[],
        licences: &["lisensya sa pagmamaneho"],
        births: &["petsa ng kapanganakan", "ipinanganak ako noong", "kaarawan ko"],
        cases: &["kaso", "kuwenta"],
        relations: &[
            "kapitbahay", "anak", "asawa", "ina", "ama", "nanay", "tatay", "kapatid", "ate", "kuya", "lola", "lolo",
            "apo", "tiya", "tiyo", "pinsan", "pamangkin", "kaibigan",
        ],
        owners: &["kong si", "ko na si", "ko, si", "naming si", "namin na si", "na si", "ko", "aking"],
        between: &["ay", "numero", "ko", "namin"],
        titles: &["gng.", "bb."],
        offices: &[
            "opisina", "tanggapan", "lungsod", "kagawaran", "konseho", "distrito", "komisyon", "pulisya", "aklatan",
            "paaralan", "estado", "kalihim",
        ],
        own: &["ko", "kong", "akin", "aking", "ako", "amin", "aming", "selpon"],
    },
    // Vietnamese
    Tongue {
        has: is_vietnamese,
        homes: &[
            "tôi sống tại", "tôi sống ở", "tôi ở tại", "tôi ở", "chúng tôi sống tại", "chúng tôi sống ở", "nhà tôi ở",
            "nhà tôi tại", "địa chỉ của tôi là", "địa chỉ tôi là", "địa chỉ nhà tôi là",
        ],
        phones: &["điện thoại", "di động", "số của tôi", "gọi cho tôi theo số", "gọi tôi ở số"],
        security: &["an sinh xã hội"],
        licences: &["bằng lái xe", "bằng lái", "giấy phép lái xe"],
        births: &["ngày sinh", "sinh ngày"],
        cases: &["hồ sơ", "tài khoản", "vụ án"],
        relations: &[
            "hàng xóm", "con trai", "con gái", "chồng", "vợ", "mẹ", "má", "cha", "ba", "bố", "anh trai", "em trai",
            "chị gái", "em gái", "bà ngoại", "bà nội", "ông ngoại", "ông nội", "cháu", "bạn", "chủ nhà",
        ],
        owners: &["tôi", "của tôi", "chúng tôi", "của chúng tôi", "tôi là", "của tôi là"],
        between: &["số", "của", "tôi", "là", "ngày", "của tôi"],
        titles: &[],
        offices: &[
            "thư ký", "văn phòng", "thành phố", "quận", "sở", "hội đồng", "ủy ban", "cảnh sát", "thư viện", "trường",
            "tiểu bang", "cơ quan", "đường dây nóng",
        ],
        own: &["tôi", "chúng tôi", "di động"],
    },
    // Chinese, in simple and in traditional characters
    Tongue {
        has: is_wide,
        homes: &[
            "我住在", "我们住在", "我們住在", "我家住在", "我家在", "我的地址是", "我的住址是", "我家地址是", "我家的地址是",
            "家庭地址是", "家庭住址是",
        ],
        phones: &["电话", "電話", "手机", "手機", "打给我", "打給我"],
        security: &["社会安全号", "社會安全號", "社安号", "社安號", "社会保障号", "社會保障號"],
        licences: &["驾照", "駕照", "驾驶执照", "駕駛執照"],
        births: &["出生日期", "生日", "出生于", "出生於"],
        cases: &["案件", "案号", "案號", "档案", "檔案", "账户", "賬戶", "帐户", "帳戶", "账号", "帳號"],
        relations: &[
            "邻居", "鄰居", "儿子", "兒子", "女儿", "女兒", "丈夫", "妻子", "母亲", "母親", "父亲", "父親", "妈妈", "媽媽",
            "爸爸", "哥哥", "弟弟", "姐姐", "妹妹", "朋友", "房东", "房東",
        ],
        owners: &["我的", "我们的", "我們的", "我", "我们", "我們"],
        between: &["号码", "號碼", "号", "號", "码", "碼", "是", "为", "為"],
        titles: &[],
        offices: &[
            "书记", "書記", "秘书", "秘書", "办公室", "辦公室", "市政府", "市政厅", "市政廳", "市议会", "市議會", "委员会",
            "委員會", "警察", "热线", "熱線", "图书馆", "圖書館", "学校", "學校", "县", "縣", "州政府", "部门", "部門",
        ],
        own: &["我", "手机", "手機"],
    },
    // Russian
    Tongue {
        has: is_cyrillic,
        homes: &[
            "живу по адресу", "живём по адресу", "живем по адресу", "проживаю по адресу", "проживаем по адресу",
            "живёт по адресу", "живу на", "живём на", "мой адрес", "мой домашний адрес", "мой почтовый адрес",
            "наш адрес",
        ],
        phones: &["телефон", "тел", "тел.", "мобильный", "сотовый", "позвоните мне по", "звоните мне по", "мой номер"],
        security: &["социального страхования", "социального обеспечения"],
        licences: &["водительских прав", "водительские права", "водительского удостоверения"],
        births: &["дата рождения", "родился", "родилась"],
        cases: &["дело", "дела", "счёт", "счет", "счёта", "заявление"],
        relations: &[
            "сосед", "соседа", "соседу", "соседка", "соседки", "соседке", "соседку", "сын", "сына", "сыну", "дочь",
            "дочери", "муж", "мужа", "мужу", "жена", "жены", "жене", "мать", "матери", "мама", "мамы", "маме", "отец",
            "отца", "отцу", "папа", "брат", "брата", "брату", "сестра", "сестры", "сестре", "бабушка", "бабушки",
            "бабушке", "дедушка", "внук", "внучка", "друг", "друга", "подруга", "подруги", "хозяин",
        ],
        owners: &[
            "мой", "моя", "моё", "мое", "моего", "моей", "моему", "мою", "наш", "наша", "нашего", "нашей", "нашему",
        ],
        between: &["номер", "№", "это", "номеру", "телефону", "моего", "моих"],
        titles: &["г-н", "г-жа", "г-ну", "г-же", "г-жи"],
        offices: &[
            "секретарь", "секретаря", "секретарю", "офис", "офиса", "город", "города", "округ", "округа", "департамент",
            "департамента", "совет", "совета", "комиссия", "комиссии", "комитет", "комитета", "полиция", "полиции",
            "библиотека", "библиотеки", "школа", "школы", "штата", "горячая линия", "горячей линии",
        ],
        own: &["мой", "моя", "моего", "моему", "мне", "я", "наш", "нам", "мобильный", "сотовый"],
    },
    // Ukrainian
    Tongue {
        has: is_cyrillic,
        homes: &[
            "живу за адресою", "живемо за адресою", "проживаю за адресою", "мешкаю за адресою", "моя адреса",
            "моя домашня адреса", "наша адреса",
        ],
        phones: &["телефон", "мобільний", "зателефонуйте мені за", "дзвоніть мені за", "мій номер"],
        security: &["соціального страхування", "соціального забезпечення"],
        licences: &["водійських прав", "водійські права", "водійського посвідчення"],
        births: &["дата народження", "народився", "народилася"],
        cases: &["справа", "справи", "рахунок", "рахунку", "заява"],
        relations: &[
            "сусід", "сусіда", "сусідка", "сусідки", "сусідці", "син", "сина", "дочка", "дочки", "донька", "чоловік",
            "чоловіка", "дружина", "дружини", "мати", "матері", "мама", "мами", "батько", "тато", "брат", "сестра",
            "сестри", "бабуся", "дідусь", "друг", "подруга",
        ],
        owners: &["мій", "моя", "моє", "мого", "моєї", "моєму", "мою", "наш", "наша", "нашого", "нашої"],
        between: &["номер", "№", "це", "номером", "телефоном", "мого", "моїх"],
        titles: &["пан", "пані"],
        offices: &[
            "секретар", "секретаря", "офіс", "офісу", "місто", "міста", "округ", "округу", "департамент",
            "департаменту", "рада", "ради", "комісія", "комісії", "комітет", "комітету", "поліція", "поліції",
            "бібліотека", "бібліотеки", "школа", "школи", "штату", "гаряча лінія",
        ],
        own: &["мій", "моя", "мого", "мені", "я", "наш", "нам", "мобільний"],
    },
];
