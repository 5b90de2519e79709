using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions;

/// <summary>Money of a grant that a record moves; <paramref name="From"/> is null where it is new money.</summary>
internal sealed record DraftMove(string? Grant, FinancialYear? From, FinancialYear? To, Money? Amount)
{
    public string Reference => TypedText.Line(Grant).ToUpperInvariant();

    public DecidedMove Read() => new(Reference, From, To!.Value, Amount!.Value);

    /// <param name="at">Its field: "Moves[0]".</param>
    public IEnumerable<Problem> Problems(string at)
    {
        if (Reference.Length == 0)
            yield return new($"{at}.{nameof(Grant)}", "Enter the reference of the grant");
        if (To is null)
            yield return new($"{at}.{nameof(To)}", "Enter the funding year that gets the money, like 2025/26");
        else if (From == To)
            yield return new($"{at}.{nameof(To)}", "Enter another funding year than the one that loses the money");
        if (Amount is not { } amount || amount <= Money.Zero || amount > Money.Largest)
            yield return new($"{at}.{nameof(Amount)}", $"Amount must be more than £0, and {Money.Largest} or less");
    }
}
