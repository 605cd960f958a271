package dev.linekeeper.core.request;

/** Why approvers have to look again at a request they approved. */
public enum FreshLookReason {
    /** The tenant or the person changed, so the plan is another one. */
    PLAN_CHANGED,
    /** Somebody who approved is no approver any more. */
    APPROVER_LEFT,
    /** It was approved longer ago than an approval holds. */
    APPROVAL_OVER
}
