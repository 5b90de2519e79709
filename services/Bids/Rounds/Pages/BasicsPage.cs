using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;

namespace Platform.Bids.Rounds.Pages;

/// <summary>What a round is, and when: asked both to create one and to change it.</summary>
internal abstract class BasicsPage(BidsContext db, EditRound edit) : RoundEditPage(db, edit)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Programme { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public TypedDate? OpensOn { get; set; }

    [BindProperty]
    public TypedDate? ClosesOn { get; set; }

    [BindProperty]
    public TypedDate? DeliveryFrom { get; set; }

    [BindProperty]
    public TypedDate? DeliveryTo { get; set; }

    [BindProperty]
    public string? Themes { get; set; }

    [BindProperty]
    public string? ReminderDays { get; set; }

    protected override void Fill(RoundAnswers kept)
    {
        Name = kept.Name;
        Reference = kept.Reference;
        Programme = kept.Programme;
        About = kept.About;
        (OpensOn, ClosesOn) = (TypedDate.From(kept.OpensOn), TypedDate.From(kept.ClosesOn));
        (DeliveryFrom, DeliveryTo) = (TypedDate.From(kept.DeliveryFrom), TypedDate.From(kept.DeliveryTo));
        (Themes, ReminderDays) = (string.Join('\n', kept.Themes), string.Join(", ", kept.ReminderDays ?? RoundAnswers.UsualReminders));
    }

    /// <summary>The answers of a round with what was typed; null where a field cannot be read.</summary>
    protected Func<RoundAnswers, RoundAnswers>? Read()
    {
        var about = ModelState.ReadText(nameof(About), About, "What the round is about", RoundAnswers.LongestAbout, optional: true);
        var reminders = ReadReminders();
        if (IsFixed)
            return ModelState.IsValid ? kept => kept with { About = about, ReminderDays = reminders } : null;
        var name = ModelState.ReadText(nameof(Name), Name, "The name of the round", Round.LongestName);
        var reference = ModelState.ReadText(nameof(Reference), Reference, "Reference", 10);
        var programme = ModelState.ReadText(nameof(Programme), Programme, "Programme", Round.LongestName);
        var opens = ModelState.ReadDate(nameof(OpensOn), OpensOn, "Opening date");
        var closes = ModelState.ReadDate(nameof(ClosesOn), ClosesOn, "Deadline");
        var from = ModelState.ReadDate(nameof(DeliveryFrom), DeliveryFrom, "Start of delivery");
        var to = ModelState.ReadDate(nameof(DeliveryTo), DeliveryTo, "End of delivery");
        var themes = (Themes ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return !ModelState.IsValid
            ? null
            : kept =>
                kept with
                {
                    Name = name!,
                    Reference = reference!,
                    Programme = programme!,
                    About = about,
                    OpensOn = opens!.Value,
                    ClosesOn = closes!.Value,
                    DeliveryFrom = from!.Value,
                    DeliveryTo = to!.Value,
                    Themes = themes,
                    ReminderDays = reminders,
                };
    }

    private List<int> ReadReminders()
    {
        var days = (ReminderDays ?? "")
            .Split([',', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(d => int.TryParse(d, out var day) ? day : 0)
            .ToList();
        if (days.Contains(0))
            ModelState.AddModelError(
                nameof(ReminderDays),
                $"Reminders must be numbers of days, like {string.Join(", ", RoundAnswers.UsualReminders)}"
            );
        return days;
    }

    /// <summary>The usual round: the annual fund, due by the end of February.</summary>
    protected static RoundAnswers Usual(DateOnly today)
    {
        var closes = Round.DefaultDeadline(today);
        var year = FinancialYear.Of(closes).Next;
        return new(
            $"CSP{year.Start}",
            "Community safety fund",
            $"Community safety fund {year}",
            today,
            closes,
            year.From,
            year.To,
            null,
            0,
            ["Violence against women and girls", "Neighbourhood crime", "Antisocial behaviour"]
        );
    }
}
