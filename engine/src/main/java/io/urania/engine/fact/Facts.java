package io.urania.engine.fact;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The answers of one host to the questions it was asked. */
public final class Facts {

    private final String host;
    private final Map<Question<?>, Object> answers;
    private final Optional<Asked> asked;

    private Facts(String host, Map<Question<?>, Object> answers, Optional<Asked> asked) {
        this.host = host;
        this.answers = Map.copyOf(answers);
        this.asked = asked;
    }

    public static Builder of(String host) {
        return new Builder(host);
    }

    /** Name of the host these facts are about. */
    public String host() {
        return host;
    }

    /**
     * The answer to a question that was asked.
     *
     * @throws IllegalStateException if it was not asked or the host gave no answer: a defect of the probe or of the
     *     task that forgot to ask
     */
    public <T> T answer(Question<T> question) {
        return find(question)
                .orElseThrow(() -> new IllegalStateException(
                        host + " gave no answer to " + question.probe().name() + " " + question.subject()));
    }

    /** The answer to a question, if there is one. */
    @SuppressWarnings("unchecked") // the builder accepts only answers of the question's type
    public <T> Optional<T> find(Question<T> question) {
        return Optional.ofNullable((T) answers.get(question));
    }

    /** When the host was asked, if that was noted. */
    public Optional<Asked> asked() {
        return asked;
    }

    /** These answers and further ones. */
    Facts with(Facts further) {
        Map<Question<?>, Object> all = new HashMap<>(answers);
        all.putAll(further.answers);
        return new Facts(host, all, asked);
    }

    /** Collects answers. */
    public static final class Builder {

        private final String host;
        private final Map<Question<?>, Object> answers = new HashMap<>();
        private Optional<Asked> asked = Optional.empty();

        private Builder(String host) {
            this.host = host;
        }

        public <T> Builder put(Question<T> question, T answer) {
            answers.put(question, answer);
            return this;
        }

        /** Notes when the host was asked. */
        public Builder asked(Asked when) {
            asked = Optional.of(when);
            return this;
        }

        public Facts build() {
            return new Facts(host, answers, asked);
        }
    }
}
