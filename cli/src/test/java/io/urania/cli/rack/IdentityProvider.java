package io.urania.cli.rack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server outside of the cluster that API servers ask who somebody is and what is allowed: a provider of OpenID Connect (OpenID Connect
 * Discovery 1.0), a webhook for tokens (TokenReview) and one for requests (SubjectAccessReview). It knows one token and allows one user to read
 * pods.
 */
final class IdentityProvider implements AutoCloseable {

    static final String CLIENT = "urania-test";
    static final String KNOWN_TOKEN = "abracadabra";
    static final String KNOWN_USER = "euterpe";

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String ALIAS = "provider";
    private static final Gson JSON = new Gson();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final HttpsServer server;
    private final KeyPair signing;
    private final byte[] certificate;

    private IdentityProvider(HttpsServer server, KeyPair signing, byte[] certificate) {
        this.server = server;
        this.signing = signing;
        this.certificate = certificate;
    }

    /** Starts one at an address of this machine; files that it needs go to a directory. */
    static IdentityProvider at(String address, Path scratch) throws Exception {
        KeyStore store = keyStore(address, scratch.resolve("provider.p12"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(address, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        IdentityProvider provider = new IdentityProvider(
                server, generator.generateKeyPair(), store.getCertificate(ALIAS).getEncoded());
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, provider.discovery()));
        server.createContext("/keys", exchange -> answer(exchange, provider.keys()));
        server.createContext("/tokens", exchange -> answer(exchange, reviewedToken(read(exchange))));
        server.createContext("/requests", exchange -> answer(exchange, reviewedRequest(read(exchange))));
        server.start();
        return provider;
    }

    String url(String path) {
        return "https://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + path;
    }

    /** The certificate with which it shows who it is, as the variables of inventories take it: PEM, in Base64. */
    String authority() {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
    }

    /** A token that says who somebody is, valid for an hour (RFC 7519). */
    String token(String user, String group) throws GeneralSecurityException {
        Instant now = Instant.now();
        String claims = JSON.toJson(Map.of(
                "iss", url(""),
                "aud", CLIENT,
                "sub", user,
                "teams", List.of(group),
                "iat", now.getEpochSecond(),
                "exp", now.plus(Duration.ofHours(1)).getEpochSecond()));
        String signed = encoded(JSON.toJson(Map.of("alg", "RS256", "kid", ALIAS))) + "." + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(signing.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + URL.encodeToString(signature.sign());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Object discovery() {
        return Map.of(
                "issuer", url(""),
                "jwks_uri", url("/keys"),
                "authorization_endpoint", url("/authorize"),
                "response_types_supported", List.of("id_token"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private Object keys() {
        RSAPublicKey key = (RSAPublicKey) signing.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        ALIAS,
                        "n",
                        number(key.getModulus()),
                        "e",
                        number(key.getPublicExponent()))));
    }

    private static Object reviewedToken(JsonObject review) {
        boolean isKnown =
                review.getAsJsonObject("spec").get("token").getAsString().equals(KNOWN_TOKEN);
        return reviewed(
                review,
                isKnown
                        ? Map.of("authenticated", true, "user", Map.of("username", KNOWN_USER))
                        : Map.of("authenticated", false));
    }

    private static Object reviewedRequest(JsonObject review) {
        JsonObject spec = review.getAsJsonObject("spec");
        boolean isAllowed = KNOWN_USER.equals(textOf(spec, "user"))
                && spec.has("resourceAttributes")
                && "pods".equals(textOf(spec.getAsJsonObject("resourceAttributes"), "resource"));
        return reviewed(review, Map.of("allowed", isAllowed));
    }

    private static Object reviewed(JsonObject review, Map<String, Object> status) {
        return Map.of(
                "apiVersion", textOf(review, "apiVersion"),
                "kind", textOf(review, "kind"),
                "status", status);
    }

    private static String textOf(JsonObject object, String name) {
        return object.has(name) ? object.get(name).getAsString() : "";
    }

    private static JsonObject read(HttpExchange exchange) throws IOException {
        return JsonParser.parseString(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        byte[] text = JSON.toJson(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    /** As JSON Web Keys have it: unsigned (RFC 7518, 6.3.1). */
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encoded(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyStore keyStore(String address, Path file) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + ALIAS,
                        "-ext",
                        "san=ip:" + address,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        keytool.getOutputStream().close();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(said);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            store.load(stream, PASSWORD);
        }
        return store;
    }
}
