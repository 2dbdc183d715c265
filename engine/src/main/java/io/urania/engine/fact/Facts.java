package io.urania.engine.fact;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The answers of one host to the questions it was asked. */
public final class Facts {

    private final String host;
    private final Map<Question<?>, Object> answers;
    private final Map<Question<?>, Unanswered> unanswered;
    private final Optional<Asked> asked;

    private Facts(Builder builder) {
        this.host = builder.host;
        this.answers = Map.copyOf(builder.answers);
        this.unanswered = Map.copyOf(builder.unanswered);
        this.asked = builder.asked;
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
     * @throws UnknownFactException if the host could not tell
     * @throws IllegalStateException if it was not asked: a defect of the task that forgot to
     */
    public <T> T answer(Question<T> question) {
        Unanswered unknown = unanswered.get(question);
        if (unknown != null) {
            throw new UnknownFactException(host, unknown);
        }
        return find(question)
                .orElseThrow(() -> new IllegalStateException(
                        host + " was not asked for " + question.probe().name() + " " + question.subject()));
    }

    /** The answer to a question, for those who can do without: that there is none tells nothing of the host. */
    @SuppressWarnings("unchecked") // the builder accepts only answers of the question's type
    public <T> Optional<T> find(Question<T> question) {
        return Optional.ofNullable((T) answers.get(question));
    }

    /** The questions that the host could not answer, in no order. */
    public Collection<Unanswered> unanswered() {
        return unanswered.values();
    }

    /** When the host was asked, if that was noted. */
    public Optional<Asked> asked() {
        return asked;
    }

    /** These answers and further ones. */
    Facts with(Facts further) {
        Builder all = new Builder(host);
        all.answers.putAll(answers);
        all.unanswered.putAll(unanswered);
        further.answers.forEach((question, answer) -> {
            all.answers.put(question, answer);
            all.unanswered.remove(question);
        });
        further.unanswered.forEach((question, why) -> {
            all.answers.remove(question);
            all.unanswered.put(question, why);
        });
        all.asked = asked;
        return all.build();
    }

    /** Collects answers. */
    public static final class Builder {

        private final String host;
        private final Map<Question<?>, Object> answers = new HashMap<>();
        private final Map<Question<?>, Unanswered> unanswered = new HashMap<>();
        private Optional<Asked> asked = Optional.empty();

        private Builder(String host) {
            this.host = host;
        }

        public <T> Builder put(Question<T> question, T answer) {
            answers.put(question, answer);
            return this;
        }

        /** A question that the host could not answer. */
        public Builder unanswered(Question<?> question, String why) {
            unanswered.put(question, new Unanswered(question, why));
            return this;
        }

        /** Notes when the host was asked. */
        public Builder asked(Asked when) {
            asked = Optional.of(when);
            return this;
        }

        public Facts build() {
            return new Facts(this);
        }
    }
}
