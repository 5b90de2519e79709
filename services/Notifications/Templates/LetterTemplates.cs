namespace Platform.Notifications.Templates;

/// <summary>Every letter that the platform writes, each with the record of its fields. Reading them checks them: a wrong template stops the start.</summary>
internal sealed class LetterTemplates
{
    public LetterTemplate<ReturnFields> ReturnOpened { get; } = Read<ReturnFields>("return-opened");
    public LetterTemplate<ReturnFields> ReturnDueSoon { get; } = Read<ReturnFields>("return-due-soon");
    public LetterTemplate<ReturnFields> ReturnDueToday { get; } = Read<ReturnFields>("return-due-today");
    public LetterTemplate<ReturnFields> ReturnOverdue { get; } = Read<ReturnFields>("return-overdue");
    public LetterTemplate<ReturnReceiptFields> ReturnSubmitted { get; } = Read<ReturnReceiptFields>("return-submitted");
    public LetterTemplate<BidReceiptFields> BidSubmitted { get; } = Read<BidReceiptFields>("bid-submitted");
    public LetterTemplate<BidFields> BidLapsed { get; } = Read<BidFields>("bid-lapsed");
    public LetterTemplate<GrantFields> GrantMade { get; } = Read<GrantFields>("grant-made");
    public LetterTemplate<RecipientMissingFields> RecipientMissing { get; } = Read<RecipientMissingFields>("recipient-missing");
    public LetterTemplate<LetterFailedFields> LetterFailed { get; } = Read<LetterFailedFields>("letter-failed");

    private static LetterTemplate<TFields> Read<TFields>(string name) where TFields : LetterFields
    {
        using var file = typeof(LetterTemplates).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no template {name}.");
        using var reader = new StreamReader(file);
        return new(name, reader.ReadToEnd());
    }
}
