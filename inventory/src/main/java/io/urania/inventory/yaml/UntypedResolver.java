package io.urania.inventory.yaml;

import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Leaves the type of unquoted scalars open, since {@link PlainScalar} finds it by PyYAML's rules. */
final class UntypedResolver extends Resolver {
    static final Tag PLAIN = new Tag("urania:plain");

    @Override
    protected void addImplicitResolvers() {
        // None: PlainScalar decides.
    }

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
        if (kind == NodeId.scalar) {
            return implicit ? PLAIN : Tag.STR;
        }
        return kind == NodeId.sequence ? Tag.SEQ : Tag.MAP;
    }
}
