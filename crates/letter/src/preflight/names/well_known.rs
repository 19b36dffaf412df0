//! Initials that need no spelling out: states, offices, laws and things that every reader of a letter to a council knows.

#[rustfmt::skip]
const KNOWN: &[&str] = &[
    // States and their like.
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME",
    "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA",
    "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "DC", "PR", "GU", "US", "USA", "UK", "EU",
    "UN", "NYC", "SF", "UAE", "BC", "ON", "QC", "NZ",
    // Federal and state offices, and courts.
    "FBI", "CIA", "ICE", "DHS", "CBP", "USCIS", "EPA", "IRS", "FDA", "CDC", "DOJ", "DOT", "FAA", "FCC", "FTC", "FEMA",
    "HUD", "HHS", "NASA", "NOAA", "NIH", "NSA", "OSHA", "SSA", "USDA", "USPS", "VA", "GAO", "DOE", "TSA", "SEC", "ATF",
    "DEA", "NLRB", "EEOC", "FERC", "BLM", "DMV", "CHP", "LAPD", "NYPD", "SCOTUS", "POTUS", "IHS", "DACA", "TPS",
    // Laws and programs by which people live.
    "ADA", "CEQA", "NEPA", "FOIA", "CPRA", "IDEA", "HIPAA", "FERPA", "FMLA", "SSI", "SSDI", "WIC", "EBT", "RICO",
    // Health and people.
    "HIV", "AIDS", "COVID", "COVID-19", "PTSD", "ADHD", "DNA", "RNA", "ICU", "ER", "EMT", "EMS", "CPR", "LGBT",
    "LGBTQ", "LGBTQIA", "BIPOC", "AAPI", "MD", "RN", "PHD", "JD", "MBA", "DDS", "ESL", "GED", "PTA", "STEM", "IQ",
    "DUI", "STI", "STD",
    // Things.
    "PDF", "TV", "DVD", "CD", "PC", "GPS", "USB", "URL", "WIFI", "SMS", "QR", "IP", "ID", "ATM", "PIN", "PO", "AC",
    "HVAC", "LED", "SUV", "RV", "EV", "EVS", "AM", "PM", "AD", "CEO", "CFO", "HR", "IT", "AI", "PR", "FAQ", "RSVP",
    "ASAP", "FYI", "TBD", "OK", "VIP", "DIY", "ATV", "BBQ", "HOA", "NGO", "LLC", "INC", "LLP", "PLC", "GDP", "CPI",
    "IOU", "SOS", "UFO", "VHS", "CCTV", "RFP", "HTML", "CSV", "XML", "JPG", "API", "ZIP", "NIMBY", "YIMBY",
    // Organisations whose initials are their name.
    "AARP", "ACLU", "NAACP", "SEIU", "AFSCME", "UAW", "AFL", "CIO", "YMCA", "YWCA", "NPR", "PBS", "BBC", "CNN", "NBC",
    "ABC", "CBS", "AP", "UCLA", "USC", "UC", "CSU", "MIT", "NASCAR", "NBA", "NFL", "MLB", "NATO", "UNICEF", "UNESCO",
    "IKEA", "NRA", "BART", "CAL", "GOP", "MADD", "SPCA", "ASPCA", "VFW", "DAR", "WHO",
    // Numbers of laws and bills stand after these.
    "SB", "AB", "HB", "HR", "SR", "SJR", "AJR", "ACR", "SCR", "HJR", "LD", "HF", "SF", "USC", "CFR", "RCW", "ORS",
    "NRS", "CCR", "APN", "SCH", "RIN", "FR", "FCC", "RE", "CC", "ATTN", "PS", "NB", "EG", "IE", "NE", "NW", "SE", "SW",
    // Roman numerals.
    "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XX", "XXI", "MM",
];

/// The initials need no spelling out.
pub(super) fn is_well_known(initials: &str) -> bool {
    KNOWN.contains(&initials)
}
