using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Views;

/// <summary>A report with filters that somebody wants to see again, mailed to them every month if they wish.</summary>
internal sealed class SavedView : Aggregate
{
    public const int LongestName = 100;
    private const int Lines = 20;

    private SavedView() { }

    /// <summary>Its owner's user id.</summary>
    public Guid OwnerId { get; private init; }

    /// <summary>Its owner's name.</summary>
    public string OwnerName { get; private init; } = "";

    /// <summary>What its owner calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The report, by its name in addresses.</summary>
    public string Report { get; private init; } = "";

    /// <summary>The report's title.</summary>
    public string Title { get; private init; } = "";

    /// <summary>Its filters, as in its address. Without a year, a report about one year shows the year in which it is read.</summary>
    public string Query { get; private init; } = "";

    /// <summary>Whether it is mailed to its owner each month.</summary>
    public bool Monthly { get; private set; }

    /// <summary>The first day on which it is to be mailed next; null where it is not mailed.</summary>
    public DateOnly? NextOn { get; private set; }

    /// <summary>Whether its owner has deleted it.</summary>
    public bool IsDeleted { get; private set; }

    public string Address => $"/reports/{Report}{Query}";

    public static Result<SavedView> Save(
        Person owner,
        string name,
        IReport report,
        ReportFilter filter,
        bool? monthly,
        Guid id,
        DateTimeOffset at
    )
    {
        var view = new SavedView
        {
            Id = id,
            OwnerId = owner.UserId,
            OwnerName = owner.Name,
            Report = report.Name,
            Title = report.Title,
            Query = filter.Query,
        };
        var result = view.Change(name, monthly, at);
        return result.IsDone ? view : result;
    }

    public Result Change(string name, bool? monthly, DateTimeOffset at)
    {
        var problems = new List<Problem>();
        if (TypedText.Line(name).Length == 0)
            problems.Add(new(nameof(Name), "Enter a name for the view"));
        else if (TypedText.Line(name).Length > LongestName)
            problems.Add(new(nameof(Name), $"The view’s name must be {LongestName} characters or fewer"));
        if (monthly is null)
            problems.Add(new(nameof(Monthly), "Select yes if the view is to be mailed to you every month"));
        if (problems.Count > 0)
            return Result.Of(problems);
        if (Version > 0 && (Name, Monthly) == (TypedText.Line(name), monthly))
            return Result.Done;
        if (!Monthly || monthly == false)
            NextOn = monthly == true ? FirstWorkingDayAfter(London.DateOf(at)) : null;
        (Name, Monthly) = (TypedText.Line(name), monthly!.Value);
        Raise(v => new ViewSaved(Id, v, at, Owner, Details));
        return Result.Done;
    }

    public void Delete(DateTimeOffset at)
    {
        if (IsDeleted)
            return;
        IsDeleted = true;
        Monthly = false;
        NextOn = null;
        Raise(v => new ViewDeleted(Id, v, at, Owner, Details));
    }

    /// <summary>Whether it is to be mailed now: on its day or any later one, from 8am. A missed month is not made up for.</summary>
    public bool IsDue(DateTimeOffset at) => NextOn <= London.DateOf(at) && London.TimeOf(at).Hour >= 8;

    /// <summary>Hands over what the report says, to be mailed: its first rows as a table, and all of them as a file.</summary>
    public void Send(Report report, DateTimeOffset at)
    {
        var (shown, rows) = (report.Compact(), report.Rows.Count);
        NextOn = FirstWorkingDayAfter(London.DateOf(at));
        Raise(v => new ViewReported(
            Id,
            v,
            at,
            Person.Platform,
            Details,
            report.Message,
            [
                [.. shown.Columns.Select(c => c.Text)],
                .. shown.Rows.Take(Lines).Concat(shown.Total is { } total ? [total] : []).Select(row => row.Select(c => c.Text).ToList()),
            ],
            Math.Max(0, report.Count - Lines)
        )
        {
            Csv = rows == report.Count ? ReportFile.Text(report) : null,
        });
    }

    /// <summary>It cannot be read this month.</summary>
    public void PassOver(DateTimeOffset at) => NextOn = FirstWorkingDayAfter(London.DateOf(at));

    private Person Owner => new(OwnerId, OwnerName);

    private ViewDetails Details => new(Owner, Name, Title, Address, Monthly);

    private static DateOnly FirstWorkingDayAfter(DateOnly day) => WorkingDays.Add(new DateOnly(day.Year, day.Month, 1).AddMonths(1), 0);
}
