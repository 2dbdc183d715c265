package io.urania.cluster.variable.access;

import io.urania.cluster.value.Secret;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.Shape;
import io.urania.cluster.variable.type.UnfitValue;
import io.urania.cluster.variable.type.VariableType;
import io.urania.engine.resource.account.RootPassword;
import io.urania.inventory.value.Value;

/** The hash of a password as crypt(5) makes them, or a sign that none opens the account. What is no hash may be the password: no message tells it. */
public record PasswordHashType() implements VariableType<Secret> {

    private static final String HASH = "\\$[0-9a-z]{1,8}\\$[A-Za-z0-9./$=,_-]{8,}";

    @Override
    public String description() {
        return "a hash of crypt, or '!' for no password";
    }

    @Override
    public Shape shape() {
        return Shape.Text.ANY;
    }

    @Override
    public Secret read(Value value) throws UnfitValue {
        return Secret.of(hash(value, true));
    }

    /** The text of one. */
    static String hash(Value value, boolean mayLock) throws UnfitValue {
        String text = ScalarTypes.textOf(value, "a hash of a password").strip();
        if (text.matches(HASH) || (mayLock && RootPassword.isLock(text))) {
            return text;
        }
        throw new UnfitValue(
                "is not a hash of a password",
                "hosts keep hashes only, and a password would be read by everybody who reads the inventory",
                "write what 'openssl passwd -6' prints, best in a vault");
    }
}
