package io.urania.artifacts.download;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;

/**
 * The begin of an answer, whose body is still to be read.
 *
 * @param uri the address that answered, after redirections
 */
public record HttpReply(URI uri, int status, HttpHeaders headers, InputStream body) {}
