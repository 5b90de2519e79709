using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Contracts;
using Platform.GovUk.Forms;

namespace Platform.Bids.Decisions.Pages;

/// <summary>Money of a grant that a record moves, as it was typed. A row that is left empty is none.</summary>
public sealed class TypedMove
{
    public string? Grant { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? Amount { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Grant + From + To + Amount);

    internal static TypedMove Of(DecidedMove move) =>
        new()
        {
            Grant = move.Grant,
            From = move.From?.ToString(),
            To = move.To.ToString(),
            Amount = move.Amount.WithoutSign,
        };

    internal static List<DraftMove> Read(List<TypedMove> typed, string prefix, ModelStateDictionary state) =>
        [.. typed.Select((m, i) => (Move: m, At: $"{prefix}[{i}]")).Where(m => !m.Move.IsEmpty).Select(m => m.Move.Read(m.At, state))];

    /// <summary>Where on the page a rule's message about "Moves[0].Grant" belongs: empty rows are not counted by the rule.</summary>
    internal static string KeyOf(string field, List<TypedMove> typed)
    {
        var (start, end) = (field.IndexOf('['), field.IndexOf(']'));
        var filled = typed.Index().Where(m => !m.Item.IsEmpty).Select(m => m.Index).ToList();
        return $"{field[..start]}[{filled[int.Parse(field[(start + 1)..end], null)]}{field[end..]}";
    }

    private DraftMove Read(string at, ModelStateDictionary state) =>
        new(
            Grant,
            ReadYear(From, $"{at}.{nameof(From)}", state),
            ReadYear(To, $"{at}.{nameof(To)}", state),
            state.ReadMoney($"{at}.{nameof(Amount)}", Amount, "Amount that is moved")
        );

    private static FinancialYear? ReadYear(string? typed, string key, ModelStateDictionary state)
    {
        var text = TypedText.Line(typed);
        var year = FinancialYear.Parse(text);
        if (text.Length > 0 && year is null)
            state.AddModelError(key, "Enter a funding year like 2025/26");
        return year;
    }
}
