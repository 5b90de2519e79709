using Platform.Contracts;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Bids;

/// <summary>Rounds, bids, assessment, decisions, grants: what this service has.</summary>
public sealed class BidsService : IPlatformService
{
    /// <inheritdoc/>
    public static string Name => ServiceNames.Bids;

    /// <inheritdoc/>
    public static void Configure(ServiceBuilder service) =>
        service
            .Database<BidsContext>()
            .PagesAndApi()
            .Areas()
            .Files()
            .Pdf()
            .Operation<CreateRound>()
            .Operation<EditRound>()
            .Operation<PublishRound>()
            .Operation<CopyRound>()
            .Operation<MoveDeadline>()
            .Operation<RequestExtension>()
            .Operation<GrantExtension>()
            .Operation<WriteProfile>()
            .Operation<StartBid>()
            .Operation<SaveBid>()
            .Operation<SubmitBid>()
            .Operation<CopyBid>()
            .Operation<SendBackBid>()
            .Operation<WithdrawBid>()
            .Operation<BeginDecision>()
            .Operation<ChangeDecision>()
            .Operation<SignDecision>()
            .Operation<CountPaperDecisions>()
            .Operation<VaryGrant>()
            .Operation<AcceptGrant>()
            .Reader<ScoreSheets>()
            .Reader<PanelReader>()
            .Operation<AssignAssessors>()
            .Operation<CancelAssessment>()
            .Operation<DeclareInterest>()
            .Operation<ScoreBid>()
            .Operation<ModerateBid>()
            .Operation<AddAttachment>()
            .Operation<RemoveAttachment>()
            .Consumer<ContactChangedConsumer>()
            .Job<CloseDueRounds>()
            .Job<EndDueExtension>()
            .Job<RemindBidders>()
            .Job<RestoreUnansweredBids>()
            .Job<ScanAttachments>();

    /// <inheritdoc/>
    public static void Map(WebApplication app)
    {
        app.MapPagesAndApi();
        app.MapRoundsApi();
        app.MapExtensionsApi();
        app.MapProfilesApi();
        app.MapBidsApi();
        app.MapBidSectionsApi();
        app.MapSubmissionsApi();
        app.MapWholeBidApi();
        app.MapDecisionsApi();
        app.MapGrantsApi();
        app.MapAssessmentsApi();
        app.MapModerationApi();
        app.MapRankingFile();
        app.MapAttachments();
    }
}
