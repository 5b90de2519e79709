using System.Net.Mail;
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
        if (TypedText.Tidy(typed.Name).Length > 100)
            yield return new($"{field}.{nameof(typed.Name)}", "Name must be 100 characters or less");
        if (TypedText.Tidy(typed.Role).Length > 100)
            yield return new($"{field}.{nameof(typed.Role)}", "Job title must be 100 characters or less");
        if (TypedText.Tidy(typed.Phone) is { Length: > 0 } phone && (phone.Length > 30 || phone.Count(char.IsAsciiDigit) < 10))
            yield return new($"{field}.{nameof(typed.Phone)}", "Enter a telephone number, like 01632 960 001 or 07700 900 982");
        if (
            TypedText.Tidy(typed.Email) is { Length: > 0 } email
            && (
                email.Length > 254
                || !MailAddress.TryCreate(email, out var address)
                || address.Address != email
                || !address.Host.Contains('.')
            )
        )
            yield return new($"{field}.{nameof(typed.Email)}", "Enter an email address in the correct format, like name@example.com");
    }

    private static BidContact Tidy(BidContact typed) =>
        new(TypedText.Tidy(typed.Name), TypedText.Tidy(typed.Role), TypedText.Tidy(typed.Email), TypedText.Tidy(typed.Phone));
}
