using System.Text.Json;
using Platform.Contracts;

namespace Platform.Notifications.Templates;

/// <summary>
/// Every letter that the platform writes, each with the record of its fields, who gets it at a partnership, and what it is about. Templates
/// are checked as they are read: the service does not start with a wrong one.
/// </summary>
internal sealed class LetterTemplates
{
    private static readonly string[] Leads = [Roles.PartnerLead];
    private static readonly string[] Editors = [Roles.PartnerEditor];
    private static readonly string[] Both = [Roles.PartnerEditor, Roles.PartnerLead];

    // A ladder's rungs have letters of different wording, and go together all the same.
    private static readonly Together Chased = new("returns-chased", "return", "/");
    private static readonly Together Told = new("returns-told", "return", "/");

    private readonly Dictionary<string, LetterTemplate> byName;

    public LetterTemplates() =>
        byName = GetType()
            .GetProperties()
            .Where(p => p.PropertyType.IsAssignableTo(typeof(LetterTemplate)))
            .Select(p => (LetterTemplate)p.GetValue(this)!)
            .ToDictionary(t => t.Name);

    /// <summary>All letters, in order of name.</summary>
    public IReadOnlyList<LetterTemplate> All => [.. byName.Values.OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>The letters that go to a role at a partnership, besides reminders of returns.</summary>
    /// <param name="role">Of <see cref="Roles"/>.</param>
    /// <param name="only">Whether to list only those that go to no other role.</param>
    public IReadOnlyList<LetterTemplate> To(string role, bool only = false) =>
        [.. byName.Values.Where(t => t.Roles.Contains(role) && (!only || t.Roles.Count == 1))];

    /// <summary>The letters of which several go as one, each with the one that takes their place, as JSON.</summary>
    public string Gathered =>
        JsonSerializer.Serialize(byName.Values.Where(t => t.Together is not null).ToDictionary(t => t.Name, t => t.Together!.Template));

    /// <summary>The names of the letters that take the place of several.</summary>
    public string[] Gathering => [.. byName.Values.Select(t => t.Together?.Template).OfType<string>().Distinct()];

    /// <returns>Null where there is none of that name.</returns>
    public LetterTemplate? Find(string? name) => byName.GetValueOrDefault(name ?? "");

    public LetterTemplate<ReturnFields> ReturnOpened { get; } =
        Read<ReturnFields>("return-opened", Editors, "returns", "to fill in", new("returns-opened", "return", "/"));
    public LetterTemplate<ReturnFields> ReturnDueSoon { get; } = Read<ReturnFields>("return-due-soon", together: Chased);
    public LetterTemplate<ReturnFields> ReturnDueToday { get; } = Read<ReturnFields>("return-due-today", together: Chased);
    public LetterTemplate<ReturnFields> ReturnOverdue { get; } = Read<ReturnFields>("return-overdue", together: Chased);
    public LetterTemplate<ReturnLateFields> ReturnLateWarning { get; } = Read<ReturnLateFields>("return-late-warning", together: Chased);
    public LetterTemplate<ReturnLateFields> ReturnPaymentHeld { get; } = Read<ReturnLateFields>("return-payment-held", together: Chased);
    public LetterTemplate<ReturnLateFields> ReturnStillHeld { get; } = Read<ReturnLateFields>("return-still-held", together: Chased);
    public LetterTemplate<ReturnLateFields> ReturnChairTold { get; } = Read<ReturnLateFields>("return-chair-told", together: Told);
    public LetterTemplate<ReturnLateFields> ReturnChairHeld { get; } = Read<ReturnLateFields>("return-chair-held", together: Told);
    public LetterTemplate<ReturnReceiptFields> ReturnSubmitted { get; } = Read<ReturnReceiptFields>("return-submitted", Leads, "receipts");
    public LetterTemplate<ReturnStepFields> ReturnToCertify { get; } =
        Read<ReturnStepFields>("return-to-certify", Leads, "returns", "to certify", new("returns-to-certify", "return", "/"));
    public LetterTemplate<ReturnStepFields> ReturnDeclined { get; } =
        Read<ReturnStepFields>("return-declined", Editors, "returns", "declined");
    public LetterTemplate<ReworkFields> ReturnSentBack { get; } = Read<ReworkFields>("return-sent-back", Both, "returns", "sent back");
    public LetterTemplate<ReworkFields> ReturnBackSoon { get; } = Read<ReworkFields>("return-back-soon", together: Chased);
    public LetterTemplate<ReworkFields> ReturnBackToday { get; } = Read<ReworkFields>("return-back-today", together: Chased);
    public LetterTemplate<ReworkFields> ReturnBackLate { get; } = Read<ReworkFields>("return-back-late", together: Chased);
    public LetterTemplate<ReturnStepFields> ReturnAccepted { get; } =
        Read<ReturnStepFields>("return-accepted", Leads, "returns", "accepted");
    public LetterTemplate<ReturnAnswerFields> ReturnExtended { get; } =
        Read<ReturnAnswerFields>("return-extended", Both, "returns", "extended");
    public LetterTemplate<ReturnAnswerFields> ReturnNotRequired { get; } =
        Read<ReturnAnswerFields>("return-not-required", Both, "returns", "not required");
    public LetterTemplate<ReworkExtendedFields> ReturnBackExtended { get; } =
        Read<ReworkExtendedFields>("return-back-extended", Both, "returns", "extended");
    public LetterTemplate<ReturnStepFields> ReturnAcceptedAfterAll { get; } =
        Read<ReturnStepFields>("return-accepted-after-all", Both, "returns", "sent back");
    public LetterTemplate<RoundOpenedFields> RoundOpened { get; } = Read<RoundOpenedFields>("round-opened", Both, "rounds");
    public LetterTemplate<RoundReminderFields> RoundReminded { get; } = Read<RoundReminderFields>("round-reminded", Both, "rounds");
    public LetterTemplate<RoundClosedFields> RoundClosed { get; } = Read<RoundClosedFields>("round-closed");
    public LetterTemplate<DeadlineMovedFields> RoundDeadlineMoved { get; } =
        Read<DeadlineMovedFields>("round-deadline-moved", Both, "rounds");
    public LetterTemplate<ExtensionFields> ExtensionRequested { get; } = Read<ExtensionFields>("extension-requested");
    public LetterTemplate<ExtensionFields> ExtensionGranted { get; } = Read<ExtensionFields>("extension-granted", Both, "rounds");
    public LetterTemplate<ExtensionFields> ExtensionRefused { get; } = Read<ExtensionFields>("extension-refused", Both, "rounds");
    public LetterTemplate<BidStepFields> BidReady { get; } = Read<BidStepFields>("bid-ready", Leads, "bids", "to submit");
    public LetterTemplate<BidStepFields> BidDeclined { get; } = Read<BidStepFields>("bid-declined", Editors, "bids", "given back");
    public LetterTemplate<BidReceiptFields> BidSubmitted { get; } = Read<BidReceiptFields>("bid-submitted", Leads, "receipts");
    public LetterTemplate<BidFields> BidLapsed { get; } = Read<BidFields>("bid-lapsed", Both, "bids", "lapsed");
    public LetterTemplate<BidSentBackFields> BidSentBack { get; } = Read<BidSentBackFields>("bid-sent-back", Both, "bids", "sent back");
    public LetterTemplate<BidFields> BidRestored { get; } = Read<BidFields>("bid-restored", Both, "bids", "restored");
    public LetterTemplate<BidWithdrawnFields> BidWithdrawn { get; } = Read<BidWithdrawnFields>("bid-withdrawn", Leads, "bids", "withdrawn");
    public LetterTemplate<BidDecidedFields> BidNotSupported { get; } =
        Read<BidDecidedFields>("bid-not-supported", Both, "bids", "not supported");
    public LetterTemplate<BidDecidedFields> BidDeferred { get; } = Read<BidDecidedFields>("bid-deferred", Leads, "bids", "deferred");
    public LetterTemplate<AssessmentFields> AssessmentAssigned { get; } =
        Read<AssessmentFields>("assessment-assigned", together: new("assessments-assigned", "bid", "/assessments"));
    public LetterTemplate<AssessmentFields> AssessmentCancelled { get; } =
        Read<AssessmentFields>("assessment-cancelled", together: new("assessments-cancelled", "bid", "/assessments"));
    public LetterTemplate<AssessmentFields> InterestDeclared { get; } = Read<AssessmentFields>("interest-declared");
    public LetterTemplate<DecisionWaitingFields> DecisionWaiting { get; } = Read<DecisionWaitingFields>("decision-waiting");
    public LetterTemplate<DecisionFields> DecisionRecorded { get; } = Read<DecisionFields>("decision-recorded");
    public LetterTemplate<GrantFields> GrantMade { get; } = Read<GrantFields>("grant-made", Leads, "grants", "made");
    public LetterTemplate<GrantVariedFields> GrantVaried { get; } = Read<GrantVariedFields>("grant-varied", Both, "grants", "varied");
    public LetterTemplate<VariationStepFields> VariationWaiting { get; } = Read<VariationStepFields>("variation-waiting");
    public LetterTemplate<GrantVariedFields> VariationAhead { get; } = Read<GrantVariedFields>("variation-ahead", Both, "grants", "varied");
    public LetterTemplate<VariationStepFields> VariationCancelled { get; } =
        Read<VariationStepFields>("variation-cancelled", Both, "grants", "varied");
    public LetterTemplate<GrantFields> GrantAccepted { get; } = Read<GrantFields>("grant-accepted");
    public LetterTemplate<RecipientMissingFields> RecipientMissing { get; } = Read<RecipientMissingFields>("recipient-missing");
    public LetterTemplate<LetterFailedFields> LetterFailed { get; } = Read<LetterFailedFields>("letter-failed");

    public LetterTemplate<LinkFields> AccountInvited { get; } = Read<LinkFields>("account-invited");
    public LetterTemplate<LinkFields> PasswordReset { get; } = Read<LinkFields>("password-reset");
    public LetterTemplate<LinkFields> AddressNew { get; } = Read<LinkFields>("address-new");
    public LetterTemplate<LinkFields> AddressLeft { get; } = Read<LinkFields>("address-left");
    public LetterTemplate<AccountChangedFields> AccountChanged { get; } = Read<AccountChangedFields>("account-changed");
    public LetterTemplate<AccountChangedFields> AccountChangedTold { get; } = Read<AccountChangedFields>("account-changed-told");

    public LetterTemplate<ViewFields> ViewReported { get; } = Read<ViewFields>("view-reported");
    public LetterTemplate<TogetherFields> ReturnsOpened { get; } = Read<TogetherFields>("returns-opened");
    public LetterTemplate<TogetherFields> ReturnsToCertify { get; } = Read<TogetherFields>("returns-to-certify");
    public LetterTemplate<RemindersFields> ReturnsChased { get; } = Read<RemindersFields>("returns-chased");
    public LetterTemplate<RemindersFields> ReturnsTold { get; } = Read<RemindersFields>("returns-told");
    public LetterTemplate<TogetherFields> AssessmentsAssigned { get; } = Read<TogetherFields>("assessments-assigned");
    public LetterTemplate<TogetherFields> AssessmentsCancelled { get; } = Read<TogetherFields>("assessments-cancelled");
    public LetterTemplate<DigestFields> DailyDigest { get; } = Read<DigestFields>("daily-digest");

    private static LetterTemplate<TFields> Read<TFields>(
        string name,
        string[]? roles = null,
        string thing = "",
        string what = "",
        Together? together = null
    )
        where TFields : LetterFields
    {
        using var file =
            typeof(LetterTemplates).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no template {name}.");
        using var reader = new StreamReader(file);
        return new(name, reader.ReadToEnd())
        {
            Roles = roles ?? [],
            About = (thing, what),
            Together = together,
        };
    }
}
