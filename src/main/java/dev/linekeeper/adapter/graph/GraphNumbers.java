package dev.linekeeper.adapter.graph;

import com.microsoft.graph.admin.teams.telephonenumbermanagement.numberassignments.NumberAssignmentsRequestBuilder;
import com.microsoft.graph.admin.teams.telephonenumbermanagement.numberassignments.microsoftgraphteamsadministrationassignnumber.AssignNumberPostRequestBody;
import com.microsoft.graph.admin.teams.telephonenumbermanagement.numberassignments.microsoftgraphteamsadministrationunassignnumber.UnassignNumberPostRequestBody;
import com.microsoft.graph.admin.teams.telephonenumbermanagement.numberassignments.microsoftgraphteamsadministrationupdatenumber.UpdateNumberPostRequestBody;
import com.microsoft.graph.models.LongRunningOperationStatus;
import com.microsoft.graph.models.teamsadministration.AssignmentCategory;
import com.microsoft.graph.models.teamsadministration.NumberAssignment;
import com.microsoft.graph.models.teamsadministration.NumberAssignmentCollectionResponse;
import com.microsoft.graph.models.teamsadministration.TelephoneNumberLongRunningOperation;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.BaseRequestConfiguration;
import com.microsoft.kiota.http.middleware.options.HeadersInspectionOption;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and changes the number inventory through Graph's
 * <a href="https://learn.microsoft.com/graph/api/resources/teamsadministration-numberassignment">telephone number management</a>;
 * reading needs TeamsTelephoneNumber.Read.All, writing TeamsTelephoneNumber.ReadWrite.All.
 */
final class GraphNumbers implements NumberInventory {
    private static final int PAGE = 1000;
    private static final Pattern OPERATION = Pattern.compile("operations(?:/|\\(')([A-Za-z0-9._~-]+)");

    private final Graph reads;
    private final Graph writes;
    private final NumberRecords records;
    private final UnaryOperator<List<TelephoneNumber>> completed;

    /** {@code completed} adds to the list what Graph does not know of a number. */
    GraphNumbers(Graph reads, Graph writes, NumberRecords records, UnaryOperator<List<TelephoneNumber>> completed) {
        this.reads = reads.on(RateLimitedApi.TEAMS_ADMIN);
        this.writes = writes.on(RateLimitedApi.TEAMS_ADMIN);
        this.records = records;
        this.completed = completed;
    }

    @Override
    public String source() {
        return Graph.SOURCE;
    }

    @Override
    public NumberList all() {
        List<NumberAssignment> all = new ArrayList<>();
        reads.pages(
                client -> Graph.top(PAGE, numbers(client).toGetRequestInformation()),
                NumberAssignmentCollectionResponse::createFromDiscriminatorValue,
                page -> all.addAll(Graph.present(page.getValue())));
        NumberList list = records.list(all);
        return new NumberList(completed.apply(list.numbers()), list.unread());
    }

    /** Not completed: a number is looked up to be changed, which needs only what Graph knows. */
    @Override
    public Optional<TelephoneNumber> find(PhoneNumber number) {
        NumberAssignmentCollectionResponse found = reads.get(
                client -> {
                    var read = numbers(client).toGetRequestInformation();
                    read.addQueryParameter("%24filter", "telephoneNumber eq '%s'".formatted(number));
                    return read;
                },
                NumberAssignmentCollectionResponse::createFromDiscriminatorValue);
        return records.list(Graph.present(found.getValue())).numbers().stream()
                .filter(each -> each.number().equals(number))
                .findFirst();
    }

    @Override
    public WriteReceipt assign(
            PhoneNumber number,
            NumberType type,
            UserId holder,
            Optional<LocationId> location,
            Category category,
            ChangeKey key) {
        var known = ofType(find(number), type);
        var held = known.filter(each -> each.status() != NumberStatus.UNASSIGNED);
        if (held.isPresent()) {
            if (held.get().target().map(UserId::new).filter(holder::equals).isEmpty()) {
                throw refused(FailureKind.CONFLICT, "Telephone number %s is already assigned".formatted(number));
            }
            location.ifPresent(_ -> setLocation(number, location, key));
            return location.isPresent() ? new WriteReceipt.AcceptedWrite() : new WriteReceipt.NothingToWrite();
        }
        var body = new AssignNumberPostRequestBody();
        body.setTelephoneNumber(number.toString());
        body.setNumberType(records.written(type));
        body.setAssignmentTargetId(holder.value());
        location.map(LocationId::value).ifPresent(body::setLocationId);
        // The main one is what Graph takes it for where nothing is said.
        if (category != Category.PRIMARY) {
            body.setAssignmentCategory(AssignmentCategory.forValue(AnyCase.folded(category.name())));
        }
        return post((client, headers) -> numbers(client)
                .microsoftGraphTeamsAdministrationAssignNumber()
                .post(body, request -> follow(request, headers)));
    }

    @Override
    public WriteReceipt release(PhoneNumber number, NumberType type, ChangeKey key) {
        var known = ofType(find(number), type);
        if (known.filter(each -> each.status() == NumberStatus.UNASSIGNED).isPresent()) {
            return new WriteReceipt.NothingToWrite();
        }
        if (known.filter(each -> each.status() == NumberStatus.POLICY_ASSIGNED).isPresent()) {
            throw refused(
                    FailureKind.CONFLICT, "Telephone number %s is kept by a Shared Calling policy".formatted(number));
        }
        var body = new UnassignNumberPostRequestBody();
        body.setTelephoneNumber(number.toString());
        body.setNumberType(records.written(type));
        return post((client, headers) -> numbers(client)
                .microsoftGraphTeamsAdministrationUnassignNumber()
                .post(body, request -> follow(request, headers)));
    }

    @Override
    public void setLocation(PhoneNumber number, Optional<LocationId> location, ChangeKey key) {
        var body = new UpdateNumberPostRequestBody();
        body.setTelephoneNumber(number.toString());
        // An empty text clears the location; leaving it out would keep it.
        body.setLocationId(location.map(LocationId::value).orElse(""));
        post((client, headers) -> numbers(client)
                .microsoftGraphTeamsAdministrationUpdateNumber()
                .post(body, request -> follow(request, headers)));
    }

    @Override
    public WriteReceipt follow(WriteReceipt.RunningWrite receipt) {
        TelephoneNumberLongRunningOperation operation = reads.get(
                client -> client.admin()
                        .teams()
                        .telephoneNumberManagement()
                        .operations()
                        .byTelephoneNumberLongRunningOperationId(receipt.operation())
                        .toGetRequestInformation(),
                TelephoneNumberLongRunningOperation::createFromDiscriminatorValue);
        LongRunningOperationStatus status = operation.getStatus();
        return switch (status) {
            case Succeeded -> new WriteReceipt.AcceptedWrite();
            case NotStarted, Running -> receipt;
            case Failed -> throw refused(FailureKind.CONFLICT, failure(operation));
            case UnknownFutureValue -> receipt;
            case null -> throw refused(FailureKind.PROTOCOL, "The operation has no status we know");
        };
    }

    /** Fails for another type; absence is left to Graph, as a Direct Routing number may not be in the inventory yet. */
    private static Optional<TelephoneNumber> ofType(Optional<TelephoneNumber> known, NumberType type) {
        known.filter(number -> number.type() != type).ifPresent(number -> {
            throw refused(
                    FailureKind.INVALID,
                    "Telephone number %s is of type %s, not %s"
                            .formatted(number.number(), number.type().graphName(), type.graphName()));
        });
        return known;
    }

    private static BackendFailure refused(FailureKind kind, String why) {
        return new BackendFailure(kind, why);
    }

    private static String failure(TelephoneNumberLongRunningOperation operation) {
        var numbers = operation.getNumbers();
        return numbers == null || numbers.isEmpty() || numbers.getFirst().getStatusDetail() == null
                ? "The change of the number failed; Microsoft Graph does not say why"
                : numbers.getFirst().getStatusDetail();
    }

    private WriteReceipt post(BiConsumer<GraphServiceClient, HeadersInspectionOption> change) {
        var headers = new HeadersInspectionOption(false, true);
        writes.change(client -> change.accept(client, headers));
        Set<String> locations = headers.getResponseHeaders().get("Location");
        // Takes the id only, so that another host's address is never called.
        return locations == null
                ? new WriteReceipt.AcceptedWrite()
                : locations.stream()
                        .map(OPERATION::matcher)
                        .filter(Matcher::find)
                        .findFirst()
                        .<WriteReceipt>map(found -> new WriteReceipt.RunningWrite(found.group(1)))
                        .orElseGet(WriteReceipt.AcceptedWrite::new);
    }

    private static void follow(BaseRequestConfiguration request, HeadersInspectionOption headers) {
        Graph.stamp(request);
        request.options.add(headers);
    }

    private static NumberAssignmentsRequestBuilder numbers(GraphServiceClient client) {
        return client.admin().teams().telephoneNumberManagement().numberAssignments();
    }
}
