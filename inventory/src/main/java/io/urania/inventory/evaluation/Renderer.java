package io.urania.inventory.evaluation;

import io.urania.inventory.expression.Template;
import io.urania.inventory.expression.TemplateException;
import io.urania.inventory.library.Library;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.python.Work;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Renders the variables of all hosts of an inventory. Several threads may use it. */
public final class Renderer {
    /** Of all templates together: what three of the largest do. */
    private static final long MOST_WORK = 3 * Work.MOST;

    /** And as much for each host, for which every variable is rendered anew; those of the article take a tenth of it. */
    private static final long MOST_WORK_OF_A_HOST = 5_000;

    private final Hosts hosts;
    private final Library library;
    private final Secrets secrets;
    private final Work.Total work;
    private final Map<TextValue, Template> templates = new ConcurrentHashMap<>();

    public Renderer(Hosts hosts, Library library, Secrets secrets) {
        this.hosts = hosts;
        this.library = library;
        this.secrets = secrets;
        this.work =
                new Work.Total(MOST_WORK + MOST_WORK_OF_A_HOST * hosts.names().size());
    }

    /**
     * A value with all its templates rendered, through and through.
     *
     * @param name what the value is called, for messages
     * @throws InventoryException if a template is wrong, loops, or needs something undefined
     */
    public Rendered render(HostScope scope, String name, Value raw) throws InventoryException {
        Rendering rendering = new Rendering(this, scope);
        try {
            Value value = Work.bounded(work, () -> Results.result(rendering.complete(raw, name)));
            return new Rendered(value, rendering.isSecret(), rendering.hasLooked());
        } catch (TemplateException failed) {
            Problem problem = failed.problem();
            throw new InventoryException(rendering.hasDecrypted() ? withoutSecrets(name, problem) : problem);
        } catch (OperationException tooMuch) {
            throw new InventoryException(Problem.error(
                    raw.position(), "'" + name + "': " + tooMuch.what(), tooMuch.why(), tooMuch.remedy()));
        } catch (StackOverflowError tooDeep) {
            throw new InventoryException(Problem.error(
                    raw.position(),
                    "'" + name + "' is nested too deeply",
                    "an expression or its value overflows the stack",
                    "split it into variables, or loop over fewer values"));
        } catch (OutOfMemoryError tooMuch) {
            // What was made for it can be thrown away now.
            throw new InventoryException(Problem.error(
                    raw.position(),
                    "'" + name + "' needs too much memory",
                    "the result of its expressions is too large for this machine",
                    "loop over fewer values"));
        }
    }

    /** Messages quote values, and these may not be told. */
    private static Problem withoutSecrets(String name, Problem problem) {
        return Problem.error(
                problem.position(),
                "'" + name + "' cannot be rendered",
                "it uses a secret, so the details are not shown",
                "try the template with other values; 'ansible-vault view' shows what is encrypted");
    }

    Secrets secrets() {
        return secrets;
    }

    Hosts hosts() {
        return hosts;
    }

    Library library() {
        return library;
    }

    /** Each template is parsed, and its names are looked for, once, however many hosts it is for. */
    Template template(TextValue text) {
        Template known = templates.get(text);
        if (known == null) {
            known = Template.parse(text);
            new NameCheck(library, known.source()).check(known);
            templates.put(text, known);
        }
        return known;
    }
}
