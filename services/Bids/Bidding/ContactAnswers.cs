using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

internal sealed record ContactAnswers(BidContact Lead, BidContact Finance) : SectionAnswers(BidSections.Contacts)
{
    public override IReadOnlyList<Problem> Problems(Round round, Partnership partnership) =>
        [.. Check(nameof(Lead), Lead), .. Check(nameof(Finance), Finance)];

    public override BidContacts Apply(BidContacts contacts) => new() { Lead = Tidy(Lead), Finance = Tidy(Finance) };

    private static IEnumerable<Problem> Check(string field, BidContact typed)
    {
        if (TypedText.Line(typed.Name).Length > 100)
            yield return new($"{field}.{nameof(typed.Name)}", "Name must be 100 characters or less");
        if (TypedText.Line(typed.Role).Length > 100)
            yield return new($"{field}.{nameof(typed.Role)}", "Job title must be 100 characters or less");
        if (TypedText.Line(typed.Phone) is { Length: > 0 } phone && (phone.Length > 30 || phone.Count(char.IsAsciiDigit) < 10))
            yield return new($"{field}.{nameof(typed.Phone)}", "Enter a telephone number, like 01632 960 001 or 07700 900 982");
        if (TypedText.Line(typed.Email).Length > 0 && EmailAddress.Read(typed.Email) is null)
            yield return new($"{field}.{nameof(typed.Email)}", EmailAddress.Problem);
    }

    private static BidContact Tidy(BidContact typed) =>
        new(TypedText.Line(typed.Name), TypedText.Line(typed.Role), EmailAddress.Read(typed.Email) ?? "", TypedText.Line(typed.Phone));
}
