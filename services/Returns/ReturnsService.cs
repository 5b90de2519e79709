using Platform.Contracts;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Returns;

/// <summary>Schedules of quarterly returns, the returns, the chasing: what this service has.</summary>
public sealed class ReturnsService : IPlatformService
{
    /// <inheritdoc/>
    public static string Name => ServiceNames.Returns;

    /// <inheritdoc/>
    public static void Configure(ServiceBuilder service) =>
        service
            .Database<ReturnsContext>()
            .PagesAndApi()
            .Files()
            .Operation<FollowGrant>()
            .Operation<ChangeProgramme>()
            .Reader<PreviewProgramme>()
            .Operation<SaveReturn>()
            .Operation<SaveFigures>()
            .Operation<HandOver>()
            .Operation<DeclineReturn>()
            .Operation<SubmitReturn>()
            .Operation<AddAttachment>()
            .Operation<RemoveAttachment>()
            .Operation<SendBackReturn>()
            .Operation<AcceptReturn>()
            .Operation<ExtendReturn>()
            .Operation<NotRequireReturn>()
            .Operation<ChangeChasing>()
            .Operation<ChaseNow>()
            .Operation<NoteReply>()
            .Consumer<GrantMadeConsumer>()
            .Consumer<GrantVariedConsumer>()
            .Job<ScanAttachments>()
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
        app.MapSubmissionsApi();
        app.MapFiguresApi();
        app.MapAttachmentsApi();
    }
}
