using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Bids;

/// <summary>What the service has: rounds, bids, assessment, decisions, grants.</summary>
public sealed class BidsService : IPlatformService
{
    /// <inheritdoc/>
    public static string Name => ServiceNames.Bids;

    /// <inheritdoc/>
    public static void Configure(ServiceBuilder service) =>
        service
            .Database<BidsContext>()
            .Acts(typeof(Acts))
            .PagesAndApi()
            .Form<Bid, BidForms>()
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
            .Operation<HandOverBid>()
            .Operation<BeginDecision>()
            .Operation<ChangeDecision>()
            .Operation<SignDecision>()
            .Operation<CountPaperDecisions>()
            .Operation<VaryGrant>()
            .Operation<AcceptGrant>()
            .Audited<DecisionsAudit>()
            .Reader<ScoreSheets>()
            .Reader<PanelReader>()
            .Operation<AssignAssessors>()
            .Operation<CancelAssessment>()
            .Operation<DeclareInterest>()
            .Operation<ScoreBid>()
            .Operation<ModerateBid>()
            .Consumer<ReturnSpendingConsumer>()
            .Job<CloseDueRounds>()
            .Job<EndDueExtension>()
            .Job<RemindBidders>()
            .Job<RestoreUnansweredBids>()
            .Job<BringGrantsUpToDate>()
            .Job<ForgetBidContacts>()
            .Holds<HeldContacts>();

    /// <inheritdoc/>
    public static void Map(WebApplication app)
    {
        app.MapPagesAndApi();
        app.MapRoundsApi();
        app.MapExtensionsApi();
        app.MapProfilesApi();
        app.MapBidsApi();
        app.MapBidSectionsApi();
        app.MapSubmissions<Bid, SubmittedBid>("/api/bids/{reference}", "/bids/{reference}", Acts.SeePeople).OfBid();
        app.MapWholeBidApi();
        app.MapDecisionsApi();
        app.MapGrantsApi();
        app.MapAssessmentsApi();
        app.MapModerationApi();
        app.MapRankingFile();
        app.MapAnswerNotes<Bid>("/api/bids/{reference}", Acts.WriteBid).OfBid();
        app.MapAttachments<Bid>("/api/bids/{reference}", "/bids/{reference}", Acts.ReadBids, Acts.WriteBid).OfBid();
    }
}
