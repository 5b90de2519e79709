using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Returns;

/// <summary>What the service has: schedules of quarterly returns, the returns, their chasing.</summary>
public sealed class ReturnsService : IPlatformService
{
    /// <summary>The address of a return's page; the API's is the same after "/api".</summary>
    internal const string Page = "/returns/{grantReference}/{quarter}";

    /// <inheritdoc/>
    public static string Name => ServiceNames.Returns;

    /// <inheritdoc/>
    public static void Configure(ServiceBuilder service) =>
        service
            .Database<ReturnsContext>()
            .Acts(typeof(Acts))
            .PagesAndApi()
            .Form<Return, ReturnForms>()
            .Operation<FollowGrant>()
            .Operation<ChangeProgramme>()
            .Reader<PreviewProgramme>()
            .Operation<SaveReturn>()
            .Operation<SaveFigures>()
            .Operation<HandOver>()
            .Operation<DeclineReturn>()
            .Operation<SubmitReturn>()
            .Operation<SendBackReturn>()
            .Operation<AcceptReturn>()
            .Operation<ExtendReturn>()
            .Operation<NotRequireReturn>()
            .Operation<ChangeChasing>()
            .Operation<ChaseNow>()
            .Operation<NoteReply>()
            .Consumer<GrantMadeConsumer>()
            .Consumer<GrantVariedConsumer>()
            .Job<OpenDueReturns>()
            .Job<ChaseOverdueReturns>();

    /// <inheritdoc/>
    public static void Map(WebApplication app)
    {
        app.MapPagesAndApi();
        app.MapReturnsApi();
        app.MapOfficeApi();
        app.MapProgrammesApi();
        app.MapReturnSectionsApi();
        app.MapSubmissions<Return, SubmittedReturn>(AddressedReturn.Route, Page, Acts.SeePeople).OfReturn();
        app.MapAnswerNotes<Return>(AddressedReturn.Route, Acts.WriteReturn).OfReturn();
        app.MapFiguresApi();
        app.MapAttachments<Return>(AddressedReturn.Route, Page, Acts.ReadReturns, Acts.WriteReturn).OfReturn();
    }
}
