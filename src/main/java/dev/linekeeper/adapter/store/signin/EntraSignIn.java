package dev.linekeeper.adapter.store.signin;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import dev.linekeeper.adapter.entra.AppRegistration;
import dev.linekeeper.adapter.entra.RenewableToken;
import dev.linekeeper.adapter.entra.SettingProblems;
import dev.linekeeper.settings.LinekeeperProperties;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Signs in to Azure's PostgreSQL with tokens of an app registration in place of a password, where {@code
 * linekeeper.database} has one: each new connection is opened with a token that has not expired. Open ones outlive their
 * token, as <a
 * href="https://learn.microsoft.com/azure/postgresql/flexible-server/how-to-configure-sign-in-azure-ad-authentication">Microsoft
 * checks it at sign-in alone</a>.
 */
public final class EntraSignIn implements BeanPostProcessor {
    private static final String SCOPE = "https://ossrdbms-aad.database.windows.net/.default";

    private final Supplier<@Nullable LinekeeperProperties> settings;
    private final Function<AppRegistration, Supplier<String>> tokens;

    /** Reads the settings when the pool is made; makes no call before the first connection. */
    public EntraSignIn(Supplier<@Nullable LinekeeperProperties> settings) {
        this(settings, app -> RenewableToken.of(app, SCOPE)::current);
    }

    EntraSignIn(Supplier<@Nullable LinekeeperProperties> settings, Function<AppRegistration, Supplier<String>> tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** Throws IncompleteSettings when the registration, or the address of the database, cannot be used for it. */
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            var found = settings.get();
            if (found != null && found.database().credential() != null) {
                var token = tokens.apply(registration(found, Objects.requireNonNullElse(pool.getJdbcUrl(), "")));
                pool.setCredentialsProvider(() -> Credentials.of(pool.getUsername(), token.get()));
            }
        }
        return bean;
    }

    private static AppRegistration registration(LinekeeperProperties settings, String url) {
        var problems = SettingProblems.of("linekeeper.");
        var tenant = problems.required("bot.tenant-id", settings.bot().tenantId());
        var app = AppRegistration.read(settings.database(), tenant.orElse(""), problems.within("database."));
        problems.unless(
                url.startsWith("jdbc:postgresql:"),
                "database.credential is for PostgreSQL; spring.datasource.url names another database");
        problems.mustBeNone(
                "The database cannot be signed in to with tokens",
                "Set what is missing, or leave linekeeper.database out and set spring.datasource.password.");
        return app.orElseThrow();
    }
}
