package dev.linekeeper.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEFAULTS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.azure.core.exception.ClientAuthenticationException;
import com.microsoft.graph.models.GroupCollectionResponse;
import com.microsoft.graph.models.OrganizationCollectionResponse;
import com.microsoft.graph.models.SubscribedSkuCollectionResponse;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.models.odataerrors.InnerError;
import com.microsoft.graph.models.odataerrors.MainError;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.models.teamsadministration.NumberAssignment;
import com.microsoft.graph.models.teamsadministration.NumberAssignmentCollectionResponse;
import com.microsoft.graph.models.teamsadministration.TeamsUserConfiguration;
import com.microsoft.graph.models.teamsadministration.TelephoneNumberLongRunningOperation;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.ApiException;
import com.microsoft.kiota.ApiExceptionBuilder;
import com.microsoft.kiota.RequestAdapter;
import com.microsoft.kiota.ResponseHeaders;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.SerializationWriterFactoryRegistry;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.NumberInventory.NumberList;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Graph SDK throws and leaves out, and what we take it for. */
class SdkSeamTest {
    private static final UserId ANA = new UserId("00000001-0000-4000-8000-000000000008");
    private static final Clock CLOCK = Clock.systemUTC();

    private final RequestAdapter sdk = mock();
    private final Graph graph = new Graph(
            URI.create("https://graph.example/v1.0"),
            () -> new GraphServiceClient(sdk),
            Throttles.in(new ManualTime()));
    private final GraphNumbers numbers =
            new GraphNumbers(graph, graph, new NumberRecords(CLOCK), UnaryOperator.identity());
    private final GraphDirectory directory = new GraphDirectory(graph, CLOCK);
    private final GraphVoiceUsers voiceUsers = new GraphVoiceUsers(graph, CLOCK);

    static Stream<Arguments> thrown() {
        return Stream.of(
                argumentSet("a read time-out", io(new SocketTimeoutException("timeout")), FailureKind.TRANSIENT, 2),
                argumentSet("a call time-out", io(new InterruptedIOException("timeout")), FailureKind.TRANSIENT, 2),
                argumentSet("no connection", io(new ConnectException("refused")), FailureKind.TRANSIENT, 2),
                argumentSet("no name", io(new UnknownHostException("graph.example")), FailureKind.TRANSIENT, 2),
                argumentSet(
                        "a dead connection", io(new IOException("unexpected end of stream")), FailureKind.TRANSIENT, 2),
                argumentSet(
                        "half a page",
                        io(new EOFException("End of input at line 1 column 70")),
                        FailureKind.TRANSIENT,
                        2),
                argumentSet("an error without an error", odata(403, null), FailureKind.DENIED, 1),
                argumentSet("an error without a code", odata(403, error(null, "no")), FailureKind.DENIED, 1),
                argumentSet("an error without a message", odata(404, error("Gone", null)), FailureKind.NOT_FOUND, 1),
                argumentSet("an error of the gateway", odata(503, null), FailureKind.TRANSIENT, 2),
                argumentSet("too many requests", odata(429, null), FailureKind.THROTTLED, 2),
                argumentSet("a bad request", odata(400, error("BadRequest", "no")), FailureKind.INVALID, 1),
                argumentSet("an error without a status", odata(0, error("x", "y")), FailureKind.PROTOCOL, 1),
                argumentSet("an exception without a status", new ApiException("?"), FailureKind.PROTOCOL, 1),
                argumentSet(
                        "a page to sign in",
                        new ApiExceptionBuilder().withResponseStatusCode(302).build(),
                        FailureKind.PROTOCOL,
                        1),
                argumentSet("a fault of the SDK", new NullPointerException("field"), FailureKind.PROTOCOL, 1),
                argumentSet("no factory", new RuntimeException("Content type text/html"), FailureKind.PROTOCOL, 1),
                argumentSet("no message", new IllegalStateException(), FailureKind.PROTOCOL, 1),
                argumentSet(
                        "a secret that has run out",
                        new RuntimeException(new ClientAuthenticationException("AADSTS7000222: expired", null)),
                        FailureKind.DENIED,
                        1));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void what_the_sdk_throws_has_its_kind(RuntimeException thrown, FailureKind kind, int tries) {
        when(sdk.send(any(), any(), any())).thenThrow(thrown);
        var failure = failure(numbers::all);
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.getMessage()).isNotBlank();
        verify(sdk, times(tries)).send(any(), any(), any());
    }

    @Test
    void what_failed_once_is_read_the_second_time() {
        when(sdk.send(any(), any(), any()))
                .thenThrow(io(new IOException("unexpected end of stream")))
                .thenReturn(page(List.of(number("+14255550100")), null));
        assertThat(numbers.all().numbers()).hasSize(1);
    }

    @Test
    void an_interrupted_call_is_not_made_again_and_the_thread_stays_interrupted() {
        when(sdk.send(any(), any(), any())).thenThrow(io(new InterruptedIOException("interrupted")));
        try {
            assertThat(failure(numbers::all).kind()).isEqualTo(FailureKind.TRANSIENT);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            verify(sdk, times(1)).send(any(), any(), any());
        } finally {
            var _ = Thread.interrupted();
        }
    }

    static Stream<Arguments> leftOut() {
        return Stream.of(
                argumentSet("no page", null, numbersRead()),
                argumentSet("no numbers", new NumberAssignmentCollectionResponse(), numbersRead()),
                argumentSet("no number found", new NumberAssignmentCollectionResponse(), (Consumer<SdkSeamTest>)
                        it -> it.numbers.find(PhoneNumber.of("+14255550100"))),
                argumentSet("no people", new UserCollectionResponse(), (Consumer<SdkSeamTest>)
                        it -> it.directory.forEach(_ -> {})),
                argumentSet("nobody found", new UserCollectionResponse(), (Consumer<SdkSeamTest>)
                        it -> it.directory.search("ana", 8)),
                argumentSet("no groups", new GroupCollectionResponse(), (Consumer<SdkSeamTest>)
                        it -> it.directory.groupsOf(ANA)),
                argumentSet("no person", new User(), (Consumer<SdkSeamTest>) it -> it.directory.find(ANA)),
                argumentSet("no settings", new TeamsUserConfiguration(), (Consumer<SdkSeamTest>)
                        it -> it.voiceUsers.read(ANA)),
                argumentSet("no state", new TelephoneNumberLongRunningOperation(), (Consumer<SdkSeamTest>)
                        it -> it.numbers.follow(new WriteReceipt.RunningWrite("1"))),
                argumentSet("no organisation", new OrganizationCollectionResponse(), (Consumer<SdkSeamTest>)
                        it -> new GraphOrganisation(it.graph, () -> "7", Set::of).tenantId()),
                argumentSet("no licences", new SubscribedSkuCollectionResponse(), (Consumer<SdkSeamTest>)
                        it -> new GraphOrganisation(it.graph, () -> "7", Set::of).freeResourceAccountLicences()),
                argumentSet("no policy id", null, (Consumer<SdkSeamTest>)
                        it -> new GraphPolicyGrants(it.graph).probe(PolicyKind.SHARED_CALLING, PolicyName.GLOBAL)));
    }

    private static Consumer<SdkSeamTest> numbersRead() {
        return it -> it.numbers.all();
    }

    @ParameterizedTest
    @MethodSource("leftOut")
    void what_the_sdk_leaves_out_is_a_failure_and_never_nothing(@Nullable Parsable answer, Consumer<SdkSeamTest> read) {
        when(sdk.send(any(), any(), any())).thenReturn(answer);
        assertThat(failure(() -> read.accept(this)).kind()).isEqualTo(FailureKind.PROTOCOL);
    }

    @Test
    void a_list_of_which_a_page_is_missing_is_no_list() {
        when(sdk.send(any(), any(), any()))
                .thenReturn(page(List.of(number("+14255550100")), "https://graph.example/v1.0/next"))
                .thenThrow(odata(500, null));
        assertThat(failure(numbers::all).kind()).isEqualTo(FailureKind.TRANSIENT);
        verify(sdk, times(3)).send(any(), any(), any());
    }

    @Test
    void a_page_that_leads_back_to_one_that_was_read_ends_the_reading() {
        when(sdk.send(any(), any(), any()))
                .thenReturn(page(List.of(number("+14255550100")), "https://graph.example/v1.0/a"))
                .thenReturn(page(List.of(number("+14255550101")), "https://graph.example/v1.0/b"))
                .thenReturn(page(List.of(number("+14255550102")), "https://graph.example/v1.0/a"));
        assertThat(failure(numbers::all).kind()).isEqualTo(FailureKind.PROTOCOL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[broken", "https://elsewhere.example/v1.0/a", "a b"})
    void a_link_that_leads_nowhere_is_a_failure(String link) {
        when(sdk.send(any(), any(), any())).thenReturn(page(List.of(number("+14255550100")), link));
        assertThat(failure(numbers::all).kind()).isEqualTo(FailureKind.PROTOCOL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void an_empty_link_is_none(String link) {
        when(sdk.send(any(), any(), any())).thenReturn(page(List.of(number("+14255550100")), link));
        NumberList read = numbers.all();
        assertThat(read.numbers()).hasSize(1);
    }

    @Test
    void a_wait_asked_for_is_handed_on() {
        var headers = new ResponseHeaders();
        headers.add("retry-after", "7");
        when(sdk.send(any(), any(), any())).thenThrow(odata(429, null, headers));
        assertThat(failure(numbers::all).retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void the_id_of_the_call_is_kept_where_there_is_one() {
        var error = error("Forbidden", "{\"code\":\"Forbidden\",\"message\":null}");
        var inner = new InnerError();
        inner.setRequestId("r-1");
        error.setInnerError(inner);
        when(sdk.send(any(), any(), any())).thenThrow(odata(403, error));
        assertThat(failure(numbers::all).requestId()).isEqualTo("r-1");
    }

    @Test
    void a_change_is_sent_once_however_it_fails() {
        var sent = new ArrayList<String>();
        RequestAdapter away = mock(RequestAdapter.class, call -> {
            if (call.getMethod().getName().startsWith("send")) {
                sent.add(call.getMethod().getName());
                throw io(new SocketTimeoutException("timeout"));
            }
            return call.getMethod().getName().equals("getSerializationWriterFactory")
                    ? SerializationWriterFactoryRegistry.defaultInstance
                    : RETURNS_DEFAULTS.answer(call);
        });
        var changes = new Graph(
                URI.create("https://graph.example/v1.0"),
                () -> new GraphServiceClient(away),
                Throttles.in(new ManualTime()));
        var grants = new GraphPolicyGrants(changes);
        assertThat(failure(() -> grants.revoke(ANA, PolicyKind.SHARED_CALLING, new ChangeKey("R", 1)))
                        .kind())
                .isEqualTo(FailureKind.TRANSIENT);
        assertThat(sent).hasSize(1);
    }

    private static BackendFailure failure(Runnable call) {
        var failure = catchThrowableOfType(BackendFailure.class, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }

    /** As the SDK's transport wraps what OkHttp throws. */
    private static RuntimeException io(IOException broken) {
        return new RuntimeException(broken);
    }

    private static ApiException odata(int status, @Nullable MainError error) {
        return odata(status, error, new ResponseHeaders());
    }

    private static ApiException odata(int status, @Nullable MainError error, ResponseHeaders headers) {
        return new ApiExceptionBuilder(() -> {
                    var thrown = new ODataError();
                    thrown.setError(error);
                    return thrown;
                })
                .withResponseStatusCode(status)
                .withResponseHeaders(headers)
                .build();
    }

    private static MainError error(@Nullable String code, @Nullable String message) {
        var error = new MainError();
        error.setCode(code);
        error.setMessage(message);
        return error;
    }

    private static NumberAssignment number(String written) {
        var number = new NumberAssignment();
        number.setTelephoneNumber(written);
        return number;
    }

    private static NumberAssignmentCollectionResponse page(List<NumberAssignment> numbers, @Nullable String next) {
        var page = new NumberAssignmentCollectionResponse();
        page.setValue(numbers);
        page.setOdataNextLink(next);
        return page;
    }
}
