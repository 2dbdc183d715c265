package io.urania.inventory.evaluation;

import io.urania.inventory.expression.Template;
import io.urania.inventory.expression.TemplateException;
import io.urania.inventory.library.Library;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Renders the variables of all hosts of an inventory. Several threads may use it. */
public final class Renderer {
    private final Hosts hosts;
    private final Library library;
    private final Map<TextValue, Template> templates = new ConcurrentHashMap<>();

    public Renderer(Hosts hosts, Library library) {
        this.hosts = hosts;
        this.library = library;
    }

    /**
     * A value with all its templates rendered, through and through.
     *
     * @param name what the value is called, for messages
     * @throws InventoryException if a template is wrong, loops, or needs something undefined
     */
    public Value render(HostScope scope, String name, Value raw) throws InventoryException {
        try {
            return Results.result(new Rendering(this, scope).complete(raw, name));
        } catch (TemplateException failed) {
            throw new InventoryException(failed.problem());
        }
    }

    Hosts hosts() {
        return hosts;
    }

    Library library() {
        return library;
    }

    /** Each template is parsed once, however many hosts it is for. */
    Template template(TextValue text) {
        Template known = templates.get(text);
        if (known == null) {
            known = Template.parse(text);
            templates.put(text, known);
        }
        return known;
    }
}
