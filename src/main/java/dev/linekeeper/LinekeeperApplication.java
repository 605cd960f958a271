package dev.linekeeper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the bot; {@code mvn spring-boot:run} ends up here. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class LinekeeperApplication {
    public static void main(String[] args) {
        SpringApplication.run(LinekeeperApplication.class, args);
    }
}
