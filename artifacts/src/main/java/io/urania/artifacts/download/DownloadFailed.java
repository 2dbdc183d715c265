package io.urania.artifacts.download;

/** Something could not be had from an address: no answer, or one that says no. */
public final class DownloadFailed extends Exception {
    private static final long serialVersionUID = 1L;

    DownloadFailed(String message) {
        super(message);
    }

    DownloadFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
