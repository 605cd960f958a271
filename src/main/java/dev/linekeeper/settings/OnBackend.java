package dev.linekeeper.settings;

import dev.linekeeper.settings.LinekeeperProperties.TenantBackend;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Exists only while {@code linekeeper.backend} is one of these. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnBackend.BackendCondition.class)
public @interface OnBackend {
    TenantBackend[] value();

    /** Reads the setting before any bean is made. */
    final class BackendCondition implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var wanted = Objects.requireNonNull(metadata.getAnnotationAttributes(OnBackend.class.getName()));
            return Arrays.asList((TenantBackend[]) Objects.requireNonNull(wanted.get("value")))
                    .contains(TenantBackend.of(context.getEnvironment()));
        }
    }
}
