package io.urania.cluster.variable;

/** What setting a variable does. */
public sealed interface Effect {

    /**
     * It changes something.
     *
     * @param description what, and on which hosts
     */
    record Applied(String description) implements Effect {}

    /**
     * It changes nothing.
     *
     * @param explanation in one sentence, more exactly than the reason
     */
    record Ignored(Reason reason, String explanation) implements Effect {}

    /** The kinds of reasons for which a variable changes nothing. */
    enum Reason {
        /** Kubernetes no longer has what it sets. */
        REMOVED("removed from Kubernetes"),
        /** It steers Ansible, or how Kubespray's playbooks do their work. */
        ANSIBLE("applies to Ansible only"),
        /** Urania always does what its usual value asks for. */
        ALWAYS("built-in behavior"),
        /** It is about machines or services that a rack does not have. */
        ELSEWHERE("not applicable to this hardware"),
        /** Nobody reads it but other variables of the inventory. */
        INVENTORY("used inside the inventory only"),
        /** Urania cannot do it yet. */
        LATER("planned for a later version");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
