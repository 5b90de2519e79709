using Platform.Contracts;

namespace Platform.Bids.Bidding;

/// <summary>Reads the words of a text that names areas from left to right: what comes before a number decides what it means.</summary>
/// <param name="census">2011 or 2021 where it is known.</param>
internal sealed class AreaParser(int? census)
{
    private readonly List<string> found = [];
    private readonly List<UnclearArea> unclear = [];

    // What has been read so far: the district, the middle layer area's number, the last area, and a district with no area after it yet.
    private string? district;
    private string? number;
    private string? last;
    private string? bare;

    // On this line: the areas named, words not understood, words since the last area, and words that only introduce what follows.
    private readonly List<string> line = [];
    private readonly List<string> loose = [];
    private readonly List<string> words = [];
    private string? aside;

    // Also on this line: codes of larger or smaller areas, and numbers without a letter, each with the district that stands before it.
    private readonly List<string> codes = [];
    private readonly List<(string? District, string Number)> numbers = [];

    // The kind of the area just before, with nothing but white space, a dash or its district in between.
    private AreaTokenKind? beside;
    private AreaTokenKind before = AreaTokenKind.Line;
    private bool isRange;

    public AreasRead Read(IReadOnlyList<AreaToken> all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            Take(all[i], i + 1 < all.Count ? all[i + 1].Kind : AreaTokenKind.Line);
            before = all[i].Kind;
        }
        EndLine();
        EndDistrict();
        return new([.. found.Distinct(StringComparer.OrdinalIgnoreCase)], [.. unclear.DistinctBy(u => u.Typed)]);
    }

    private void Take(AreaToken word, AreaTokenKind next)
    {
        switch (word.Kind)
        {
            case AreaTokenKind.Code:
                Code(word.Text.ToUpperInvariant());
                break;
            case AreaTokenKind.District:
                Named();
                EndDistrict();
                (district, number) = (AreaSearch.Districts.First(name => AreaSearch.Same(name, word.Text)), null);
                bare = district;
                break;
            case AreaTokenKind.Area:
                Area(word.Text.Replace(" ", "").ToUpperInvariant());
                break;
            // "004A, B and D"
            case AreaTokenKind.Letter when number is not null && last is not null && words.Count == 0:
                Add($"{district} {number}{word.Text.ToUpperInvariant()}", AreaTokenKind.Area);
                break;
            // A row number, as in a spreadsheet.
            case AreaTokenKind.Number when line.Count == 0 && words.Count == 0 && next is AreaTokenKind.District or AreaTokenKind.Code:
                break;
            case AreaTokenKind.Number:
                Number(word.Text);
                break;
            case AreaTokenKind.OtherCode:
                Named();
                codes.Add(word.Text.ToUpperInvariant());
                break;
            case AreaTokenKind.Range when before is AreaTokenKind.Area or AreaTokenKind.Letter or AreaTokenKind.Code:
                isRange = true;
                break;
            case AreaTokenKind.Range when char.IsLetter(word.Text[0]):
                EndWords();
                unclear.Add(HalfRange(word.Text));
                break;
            // In a spreadsheet it means a range, in a text a list.
            case AreaTokenKind.Colon
                when before is AreaTokenKind.Area or AreaTokenKind.Letter && next is AreaTokenKind.Area or AreaTokenKind.Letter:
                unclear.Add(new($"{last}:", "may begin a range or a list. Write “to” or a comma instead of the colon"));
                break;
            case AreaTokenKind.Range or AreaTokenKind.Colon:
                (aside, bare) = (words.Count > 0 ? string.Join(' ', words) : aside, null);
                words.Clear();
                break;
            case AreaTokenKind.Separator:
                EndWords();
                beside = word.Text == "\t" ? beside : null;
                break;
            case AreaTokenKind.Line:
                aside = before == AreaTokenKind.Colon ? null : aside;
                EndLine();
                break;
            default:
                (isRange, beside) = (false, null);
                words.Add(word.Text);
                break;
        }
    }

    private void Code(string typed)
    {
        Named();
        EndDistrict();
        var known = Lsoa.Find(typed);
        if (beside == AreaTokenKind.Area && known is not null && !IsRangeTo(known.Name))
        {
            // "Blaby 001A E01025614": the code decides.
            found.Remove(last!);
            line.Remove(last!);
            (isRange, beside) = (false, null);
            Add(known.Name, null);
        }
        else
            Add(known?.Name ?? typed, AreaTokenKind.Code);
        if (known is not null)
            (district, number) = (known.District.Name, known.Number);
    }

    private void Area(string typed)
    {
        bare = null;
        if (aside is null && words.Count > 0)
        {
            // Other words before a number are the name of an unknown district.
            district = string.Join(' ', words);
            words.Clear();
        }
        Named();
        number = typed[..^1].PadLeft(3, '0');
        var name = district is null ? typed : $"{district} {number}{typed[^1]}";
        if (beside == AreaTokenKind.Code && !IsRangeTo(name))
            (isRange, beside) = (false, null);
        else
            Add(name, AreaTokenKind.Area);
    }

    // "E01025614 – Melton 001A" names one area twice, "E01025614 – Melton 001C" the two ends of a range.
    private bool IsRangeTo(string area) => isRange && !area.Equals(last, StringComparison.OrdinalIgnoreCase);

    private void Number(string typed)
    {
        Named();
        bare = null;
        number = typed.PadLeft(3, '0');
        numbers.Add((before == AreaTokenKind.District || codes.Count == 0 ? district : null, typed));
        (last, beside) = (null, null);
        isRange = false;
    }

    private UnclearArea Ask(string? district, string typed)
    {
        var number = typed.PadLeft(3, '0');
        var inside = Lsoa.All.Where(a => a.District.Name == district && a.Number == number && a.IsOf(census)).ToList();
        return inside.Count == 0
            ? new(typed)
            : new(
                $"{district} {number}",
                $"is a middle layer area. Write which of its areas you mean: {string.Join(", ", inside.Select(a => a.Name[^4..]))}",
                inside
            );
    }

    // The ONS gives the output area, middle layer area, ward, district and region beside an area: they are asked about where they
    // contradict it, or stand alone.
    private UnclearArea? Ask(string code, List<Lsoa> beside)
    {
        var inside = Lsoa.All.Where(a => (a.MiddleCode == code || a.District.Code == code) && a.IsOf(census)).ToList();
        if (inside.Intersect(beside).Any() || (inside.Count == 0 && beside.Count > 0))
            return null;
        var kind = inside.Exists(a => a.MiddleCode == code) ? "middle layer area" : "district";
        return inside.Count == 0 ? new(code) : new(code, $"is a {kind}. Select its areas from the list, or write them", inside);
    }

    private void Add(string area, AreaTokenKind? kind)
    {
        if (isRange)
            Range(area, kind == AreaTokenKind.Code);
        else
            found.Add(area);
        line.Add(area);
        (last, beside) = (area, kind);
        isRange = false;
    }

    private void Range(string to, bool byCode)
    {
        var (start, end) = (Lsoa.Find(last!), Lsoa.Find(to));
        if (start is null || end is null)
        {
            found.Add(to);
            return;
        }
        string Of(Lsoa area) => byCode ? area.Code : area.Name;
        var inside = Lsoa
            .All.Where(a => a.District == start.District && string.CompareOrdinal(Of(a), Of(start)) >= 0)
            .Where(a => string.CompareOrdinal(Of(a), Of(end)) <= 0)
            .ToList();
        var told = census ?? Areas.CensusOf([start.Name, end.Name]);
        var differ = inside.Where(a => a.Censuses.Count == 1).ToList();
        if (inside.Count == 0 || end.District != start.District)
            unclear.Add(new($"{Of(start)} to {Of(end)}", "is not a range: its first area must come before its last, in one district"));
        else if (told is null && differ.Count > 0)
            unclear.Add(
                new(
                    $"{Of(start)} to {Of(end)}",
                    $"has other areas in each census ({string.Join(", ", differ.Select(a => $"{a.Name} in {a.Censuses[0]}"))}). Select "
                        + "which census they are from"
                )
            );
        else
            found.AddRange(inside.Where(a => a.IsOf(told)).Select(a => a.Name));
    }

    // The words before only introduce what follows: "Westcotes (City) - Leicester 023A".
    private void Named()
    {
        aside = null;
        if (words.Count > 0)
            loose.Add(string.Join(' ', words));
        words.Clear();
    }

    private void EndWords()
    {
        if (aside is not null)
            loose.Add(aside);
        Named();
        if (isRange)
            unclear.Add(HalfRange($"{last} to"));
        isRange = false;
    }

    // Where its other end is on another line, or forgotten, nobody can tell what lies between.
    private static UnclearArea HalfRange(string typed) => new(typed, "is half of a range. Write both of its ends on one line");

    // In a spreadsheet, an area's ward, place or district may stand beside it.
    private void EndLine()
    {
        EndWords();
        var areas = line.Select(Lsoa.Find).OfType<Lsoa>().ToList();
        var isRow = codes.Count > 0 && areas.Count > 0;
        unclear.AddRange(
            loose
                .Where(typed => !areas.Any(a => AreaSearch.Same(typed, a.Ward) || AreaSearch.Same(typed, a.Place)))
                .Where(typed => !isRow || !typed.All(char.IsAsciiDigit))
                .Select(typed => UnclearArea.Of(typed, district))
        );
        unclear.AddRange(codes.Select(code => Ask(code, areas)).OfType<UnclearArea>());
        unclear.AddRange(
            numbers
                .Where(n => !isRow || (n.District is not null && !areas.Any(a => a.Name[..^1] == $"{n.District} {n.Number}")))
                .Select(n => Ask(n.District, n.Number))
        );
        if (areas.Any(a => a.District.Name == bare))
            bare = null;
        line.Clear();
        loose.Clear();
        codes.Clear();
        numbers.Clear();
        beside = null;
    }

    // A district with no area after it: the whole of it may be meant.
    private void EndDistrict()
    {
        if (bare is not null && !line.Any(a => Lsoa.DistrictOf(a) == bare))
            unclear.Add(UnclearArea.Of(bare, bare));
        bare = null;
    }
}
