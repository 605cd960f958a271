package dev.linekeeper.adapter.store;

import dev.linekeeper.service.requests.Transactions;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Database transactions. */
final class JdbcTransactions implements Transactions {
    private final TransactionTemplate joining;
    private final TransactionTemplate nesting;

    JdbcTransactions(PlatformTransactionManager manager) {
        this.joining = new TransactionTemplate(manager);
        this.nesting = new TransactionTemplate(manager);
        nesting.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public <T> T run(Supplier<T> work) {
        return Objects.requireNonNull(joining.execute(_ -> work.get()));
    }

    /** A part that may fail alone (a savepoint): PostgreSQL would otherwise refuse every later statement. */
    <T> T nested(Supplier<T> work) {
        return Objects.requireNonNull(nesting.execute(_ -> work.get()));
    }
}
