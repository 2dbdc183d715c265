package io.urania.engine.plan;

import io.urania.engine.batch.Payload;
import java.util.Optional;

/** How something is before a change, or will be after it, as far as it is known and may be told. */
public sealed interface State {

    /** The state in a few words; never a secret. */
    String summary();

    /** Nothing more is to be said than these words. */
    record Words(String summary) implements State {

        @Override
        public String toString() {
            return summary;
        }
    }

    /**
     * The content of a file or document that everybody may read.
     *
     * @param subject a path, or the document's name
     * @param sha256 of the content
     * @param text the content, if it was read; what looks like a secret in it is hidden by {@link TextDifference}
     */
    record Content(String summary, String subject, String sha256, Optional<String> text) implements State {

        @Override
        public String toString() {
            return summary;
        }
    }

    /**
     * Content that nobody is told.
     *
     * @param sha256 of the content, to see whether it is still the same; not to be told either
     */
    record Secret(String summary, String sha256) implements State {

        @Override
        public String toString() {
            return summary;
        }
    }

    /**
     * What is not known before the plan is carried out.
     *
     * @param from the change whose output it is made from; none for what is made at the beginning, such as a new key
     */
    record KnownAfterApply(String summary, Optional<TaskId> from) implements State {

        public KnownAfterApply(String summary, TaskId from) {
            this(summary, Optional.of(from));
        }

        @Override
        public String toString() {
            return summary;
        }
    }

    static State words(String summary) {
        return new Words(summary);
    }

    /** Content that is known whole. */
    static State content(String summary, String subject, String text) {
        return new Content(summary, subject, Payload.text(text).sha256(), Optional.of(text));
    }

    /** Content that nobody is told. */
    static State secret(String summary, String text) {
        return new Secret(summary, Payload.text(text).sha256());
    }
}
