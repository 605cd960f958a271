package dev.linekeeper.service.requests;

/** Cuts the power at a given moment. */
final class Fuse {
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

    void tick(String where) {
        if (left-- == 0) {
            throw new PowerCut(where);
        }
    }
}
