package dev.linekeeper.service.requests;

/** Cuts the power at a given moment. */
class Fuse {
    private int left = Integer.MAX_VALUE;

    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;

        PowerCut(String where) {
            super(where);
        }
    }

    void blowAfter(int ticks) {
        left = ticks;
    }

    /** A moment at which the process may die. */
    void tick(String where) {
        if (left-- == 0) {
            throw new PowerCut(where);
        }
    }

    /** The store as requests see it. */
    RequestStore watched(RequestStore store) {
        return store;
    }
}
