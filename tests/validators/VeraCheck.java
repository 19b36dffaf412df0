import java.io.File;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.util.*;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.*;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Judges PDF files with veraPDF, several files and several flavours in one run.
 *
 * <p>Usage: {@code VeraCheck ua1,2a FILE.pdf ...} One line for each file and flavour, PASS or FAIL, with the broken
 * rules indented below; exit 1 when any fails. The jar was packed without a JAXB runtime, which veraPDF's own reader of
 * profiles needs; hence the profiles in the jar are read by hand here.
 */
public class VeraCheck {
    public static void main(String[] arguments) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean allOk = true;
        for (String id : arguments[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.fromString(id);
            ValidationProfile profile = profile(flavour);
            for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
                allOk &= judge(file, flavour, profile);
            }
        }
        System.exit(allOk ? 0 : 1);
    }

    /** Prints the verdict on one file; a file that cannot be read as PDF is refused too. */
    static boolean judge(String file, PDFAFlavour flavour, ValidationProfile profile) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                PDFAValidator validator = ValidatorFactory.createValidator(profile, 100, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            boolean ok = result.isCompliant() && result.getTotalAssertions() > 0;
            System.out.printf("%s %s %s%n", ok ? "PASS" : "FAIL", flavour.getId(), file);
            Set<RuleId> seen = new HashSet<>();
            for (TestAssertion found : result.getTestAssertions()) {
                RuleId rule = found.getRuleId();
                if (found.getStatus() != TestAssertion.Status.FAILED || !seen.add(rule)) continue;
                int times = result.getFailedChecks().get(rule);
                Location place = found.getLocation();
                System.out.printf("   %s-%d, %d times: %s%n", rule.getClause(), rule.getTestNumber(), times, found.getMessage());
                System.out.printf("      at %s%n", place == null ? "" : place.getContext());
            }
            return ok;
        } catch (Exception error) {
            System.out.printf("FAIL %s %s%n   %s%n", flavour.getId(), file, error);
            return false;
        }
    }

    /** Reads the profile of a flavour from the jar. */
    static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
        String name = flavour == PDFAFlavour.PDFUA_1 ? "PDFUA-1" : "PDFA-" + flavour.getId().toUpperCase(Locale.ROOT);
        Element root;
        try (InputStream in = VeraCheck.class.getClassLoader().getResourceAsStream("org/verapdf/pdfa/validation/" + name + ".xml")) {
            if (in == null) throw new FileNotFoundException("veraPDF has no profile " + name);
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : all(root, "rule")) {
            Element id = all(rule, "id").get(0);
            List<ErrorArgument> holes = new ArrayList<>();
            for (Element hole : all(rule, "argument")) {
                String key = hole.hasAttribute("name") ? hole.getAttribute("name") : null;
                holes.add(ErrorArgumentImpl.fromValues(hole.getTextContent(), key, null));
            }
            RuleId ruleId = Profiles.ruleIdFromValues(
                    PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                    id.getAttribute("clause"),
                    Integer.parseInt(id.getAttribute("testNumber")));
            Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
            rules.add(Profiles.ruleFromValues(ruleId, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
                    text(rule, "description"), text(rule, "test"),
                    Profiles.errorFromValues(text(rule, "message"), holes), Collections.emptyList()));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element variable : all(root, "variable")) {
            variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
                    text(variable, "defaultValue"), text(variable, "value")));
        }
        ProfileDetails details = Profiles.profileDetailsFromValues(name, name, "veraPDF Consortium", new Date(0));
        return Profiles.profileFromValues(flavour, details, "", rules, variables);
    }

    static List<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) found.add((Element) nodes.item(i));
        return found;
    }

    static String text(Element parent, String name) {
        List<Element> found = all(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
