using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding;

[Rule]
public sealed class AreasTests
{
    private static readonly string[] Ten =
    [
        "Leicester 023A",
        "Leicester 023B",
        "Leicester 023D",
        "Leicester 023G",
        "Leicester 039B",
        "Leicester 039C",
        "Leicester 020A",
        "Charnwood 001E",
        "Charnwood 003F",
        "Charnwood 004C",
    ];

    // Seed 000, word for word.
    [Theory]
    [InlineData(
        "Westcotes (City) - Leicester 023A, 023B, 023D and 023G Braunstone Frith (city) - Leicester 039B, 039C and 020A Charnwood - "
            + "Charnwood 001E, 003F and 004C"
    )]
    [InlineData(
        "Westcotes (City) - Leicester 023A, 023B, 023D and 023G\r\nBraunstone Frith (city) - Leicester 039B, 039C and 020A\r\nCharnwood "
            + "- Charnwood 001E, 003F and 004C"
    )]
    [InlineData("leicester 023a 023b; 023d & 023g, 039B\nand 039C, Leicester 020A. Charnwood: 001E,003F,004C.")]
    public void Read_AsTheFreedomOfInformationAnswerWroteThem_FindsAllTen(string typed)
    {
        Assert.Equal(Ten, Areas.Read(typed).Found);
        Assert.Empty(Areas.Read(typed).Unclear);
    }

    [Theory]
    [InlineData(
        "Hinckley and Bosworth 001A, 002B and Oadby and Wigston 003C",
        "Hinckley and Bosworth 001A|Hinckley and Bosworth 002B|Oadby and Wigston 003C"
    )]
    [InlineData("Oadby & Wigston 003C", "Oadby and Wigston 003C")]
    [InlineData("North West Leicestershire 004D", "North West Leicestershire 004D")]
    [InlineData("Melton 001A, Melton 001A", "Melton 001A")]
    [InlineData("e01025895, W01000001", "Melton 005C|W01000001")]
    [InlineData("Nowhere 001A, 002B", "Nowhere 001A|Nowhere 002B")]
    [InlineData("001A", "001A")]
    [InlineData("Melton 004A, B and D", "Melton 004A|Melton 004B|Melton 004D")]
    [InlineData("Melton 004A, 4B and 4 D", "Melton 004A|Melton 004B")]
    [InlineData("Melton 004 A, 004 B", "Melton 004A|Melton 004B")]
    [InlineData("Melton 4A", "Melton 004A")]
    // Ranges.
    [InlineData("Melton 001A – 001C", "Melton 001A|Melton 001B|Melton 001C")]
    [InlineData("Melton 001A - Melton 001C", "Melton 001A|Melton 001B|Melton 001C")]
    [InlineData("Melton 001A-C", "Melton 001A|Melton 001B|Melton 001C")]
    [InlineData("Melton 001A to 001C, 002B", "Melton 001A|Melton 001B|Melton 001C|Melton 002B")]
    [InlineData("Melton 001D—002B", "Melton 001D|Melton 001E|Melton 001F|Melton 002A|Melton 002B")]
    [InlineData("E01025895 - E01025897", "Melton 005C|Melton 004A|Melton 004B")]
    [InlineData(
        "Charnwood 009A–009H",
        "Charnwood 009A|Charnwood 009B|Charnwood 009C|Charnwood 009E|Charnwood 009F|Charnwood 009G|Charnwood 009H"
    )]
    [InlineData("Charnwood 009A–009D", "Charnwood 009A|Charnwood 009B|Charnwood 009C|Charnwood 009D")]
    [InlineData("Charnwood 019A, 009C – 009E", "Charnwood 019A|Charnwood 009C|Charnwood 009D|Charnwood 009E")]
    // Lists as Word, Excel and the ONS give them.
    [InlineData("• Melton 001A\n• Melton 001B\n• 001C", "Melton 001A|Melton 001B|Melton 001C")]
    [InlineData("1. Melton 001A\n2. Melton 001B\n10) Melton 001C", "Melton 001A|Melton 001B|Melton 001C")]
    [InlineData("o\tMelton 001A\n\uf0b7\tMelton 001B", "Melton 001A|Melton 001B")]
    [InlineData("- Melton 001A\n– Melton 001B", "Melton 001A|Melton 001B")]
    [InlineData("“Melton 001A”, ‘Melton 001B’, \"Melton 001C\" 'Melton 001D'", "Melton 001A|Melton 001B|Melton 001C|Melton 001D")]
    [InlineData("Melton:\n001A\n001B", "Melton 001A|Melton 001B")]
    [InlineData("Melton\n001A\n001B", "Melton 001A|Melton 001B")]
    [InlineData("LSOA21CD\tLSOA21NM\nE01025895\tMelton 005C\nE01025896\tMelton 004A", "Melton 005C|Melton 004A")]
    [InlineData(
        "OA21CD,LSOA21CD,LSOA21NM,LSOA21NMW,MSOA21CD,MSOA21NM,MSOA21NMW,LAD22CD,LAD22NM,LAD22NMW,ObjectId\r\n"
            + "E00130446,E01025895,Melton 005C,,E02005395,Melton 005,,E07000133,Melton,,130446\r\n"
            + "E00130447,E01025896,Melton 004A,,E02005394,Melton 004,,E07000133,Melton,,12\r\n",
        "Melton 005C|Melton 004A"
    )]
    [InlineData("MSOA21CD\tMSOA21NM\tLSOA21CD\tLSOA21NM\nE02005395\tMelton 005\tE01025895\tMelton 005C", "Melton 005C")]
    [InlineData("Melton 005C, E02005395", "Melton 005C")]
    [InlineData("E01025895,Melton 005C,Melton\r\nE01025896,Melton 004A,Melton", "Melton 005C|Melton 004A")]
    [InlineData("Melton 005C (E01025895), Melton 004A (E01025896)", "Melton 005C|Melton 004A")]
    [InlineData("Melton 005C\tE01025895\tMelton 004A\tE01025896", "Melton 005C|Melton 004A")]
    [InlineData("E01025895 – Melton 005C; E01025896 – Melton 004A", "Melton 005C|Melton 004A")]
    [InlineData("E01025895: Melton 005C", "Melton 005C")]
    [InlineData("12\tE01025895\n13\tMelton 004A", "Melton 005C|Melton 004A")]
    // The code decides.
    [InlineData("E01025895 Melton 001A", "Melton 005C")]
    [InlineData("Melton 001A\tE01025895", "Melton 005C")]
    [InlineData("Mel\u200bton\u00a0001A", "Melton 001A")]
    [InlineData("Melton 001A up to 001C", "Melton 001A|Melton 001B|Melton 001C")]
    [InlineData(
        "Melton 001A through to C, 002A up to and including 002C",
        "Melton 001A|Melton 001B|Melton 001C|Melton 002A|Melton 002B|Melton 002C"
    )]
    [InlineData("Melton 001A﹣001B, 002A－002B", "Melton 001A|Melton 001B|Melton 002A|Melton 002B")]
    [InlineData("E01025885 – Melton 001C", "Melton 001A|Melton 001B|Melton 001C")]
    [InlineData("Melton 001A – E01025887", "Melton 001A|Melton 001B|Melton 001C")]
    [InlineData("Mel\u200dton 0\u200c01A", "Melton 001A")]
    [InlineData("Melton 001A\vMelton 001C", "Melton 001A|Melton 001C")]
    [InlineData("1\tMelton 001A\n2\tMelton 001C\n3\tE01025895", "Melton 001A|Melton 001C|Melton 005C")]
    [InlineData(" \n ", "")]
    [InlineData(null, "")]
    public void Read_OtherTexts(string? typed, string areas) => Assert.Equal(areas, string.Join('|', Areas.Read(typed).Found));

    [Theory]
    [InlineData("Melton 001A, the park, Melton 002B, town centre", "“park” is not an area we know|“town centre” is not an area we know")]
    [InlineData("Melton 001A, 002 and 003C", "“Melton 002” is a middle layer area. Write which of its areas you mean: 002A, 002B, 002C")]
    [InlineData("Melton 001C – 001A", "“Melton 001C to Melton 001A” is not a range")]
    [InlineData("Melton 001A – Charnwood 001C", "“Melton 001A to Charnwood 001C” is not a range")]
    [InlineData("Charnwood 009A–009F", "“Charnwood 009A to Charnwood 009F” has other areas in each census (Charnwood 009D in 2011)")]
    [InlineData("Melton", "“Melton” is a district. Select its areas")]
    [InlineData("the whole of Melton", "“the whole of Melton” is a district. Select its areas")]
    [InlineData("Melton 001A, Charnwood", "“Charnwood” is a district. Select its areas")]
    [InlineData("Loughborough Garendon", "“Loughborough Garendon” is a ward or a place. Select its areas")]
    [InlineData("Melton Mowbray South, Melton 001A", "“Melton Mowbray South” is a ward or a place. Select its areas")]
    [InlineData("Wigston St Wolstan’s ward", "“Wigston St Wolstan's ward” is a ward or a place. Select its areas")]
    [InlineData("E0102561", "“E0102561” is not an area we know")]
    [InlineData("Melton 001A –\n001C", "“Melton 001A to” is half of a range. Write both of its ends on one line")]
    [InlineData("Melton 001A to", "“Melton 001A to” is half of a range")]
    [InlineData("Melton 001A –, 001C", "“Melton 001A to” is half of a range")]
    [InlineData("Melton 001A\nto\nMelton 001C", "“to” is half of a range")]
    [InlineData("Melton 001A\nto 001C", "“to” is half of a range")]
    [InlineData("Melton 001A:001C", "“Melton 001A:” may begin a range or a list. Write “to” or a comma instead of the colon")]
    [InlineData("E02005395", "“E02005395” is a middle layer area. Select its areas from the list, or write them")]
    [InlineData("E07000133", "“E07000133” is a district. Select its areas from the list, or write them")]
    [InlineData("Melton 001A, E02005395", "“E02005395” is a middle layer area")]
    [InlineData("Melton 001A,E07000130", "“E07000130” is a district")]
    [InlineData("E05005502", "“E05005502” is not an area we know")]
    [InlineData("E01025895,Melton 005C,E02005395,Melton 004", "“Melton 004” is a middle layer area. Write which of its areas you mean")]
    [InlineData("Melton 001A?", "“?” is not an area we know")]
    public void Read_WhatIsNotClear_IsAskedAllAtOnce(string typed, string questions)
    {
        var asked = Areas.Read(typed).Unclear.Select(u => u.Message(Partnership.Get("MEL"))).ToList();
        Assert.Equal(questions.Split('|').Length, asked.Count);
        Assert.All(questions.Split('|').Zip(asked), q => Assert.StartsWith(q.First, q.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Melton 001A", null)]
    [InlineData("Leicester 023A", "Leicester 023A is not in Melton")]
    [InlineData("Melton 009Z", "There is no Melton 009Z in the census of 2011 or 2021")]
    [InlineData(
        "Nowhere 001A",
        "“Nowhere 001A” is not an area we know. Write a district and numbers, like Melton 001A, 001B, or a code like E01025885"
    )]
    [InlineData("001A", "“001A” is not an area we know. Write a district and numbers, like Melton 001A, 001B, or a code like E01025885")]
    [InlineData(
        "E01999999",
        "“E01999999” is not an area we know. Write a district and numbers, like Melton 001A, 001B, or a code like E01025885"
    )]
    public void Problem_SaysWhy(string area, string? problem) => Assert.Equal(problem, Areas.Problem(area, Partnership.Get("MEL")));

    [Theory]
    [InlineData("Melton 001A", null, null)]
    [InlineData("Charnwood 019A", null, null)]
    [InlineData("Charnwood 019A", 2011, null)]
    [InlineData("Charnwood 019A", 2021, "Charnwood 019A is of the census of 2011. Charnwood 019A became Charnwood 019E, Charnwood 019F")]
    [InlineData("Charnwood 019E", 2011, "Charnwood 019E is of the census of 2021. Charnwood 019E was Charnwood 019A")]
    [InlineData("Charnwood 019A, 009G", null, "Charnwood 019A is of 2011, and Charnwood 009G is of 2021. Use the areas of one census")]
    public void Census_ComesFromTheAreas(string areas, int? census, string? problem) =>
        Assert.Equal(problem, Areas.CensusProblem(Areas.Read(areas).Found, census));

    [Fact]
    public void EveryArea_ByNameAndByCode_IsRead()
    {
        Assert.Equal(658, Lsoa.All.Count);
        Assert.All(Lsoa.All, area => Assert.Equal([area.Name], Areas.Read($"{area.Name}, {area.Code.ToLowerInvariant()}").Found));
        var all = Areas.Read(string.Join('\n', Lsoa.All.Select(a => $"{a.Code}\t{a.Name}\t{a.Ward}\t{a.District.Name}")));
        Assert.Equal(Lsoa.All.Select(a => a.Name), all.Found);
        Assert.Empty(all.Unclear);
        var ons = Lsoa.All.Select(
            (a, n) => $"E00{n:000000},{a.Code},{a.Name},,{a.MiddleCode},{a.Name[..^1]},,{a.District.Code},{a.District.Name},,{n}"
        );
        var rows = Areas.Read("OA21CD,LSOA21CD,LSOA21NM,LSOA21NMW,MSOA21CD,MSOA21NM,LAD22CD,LAD22NM,ObjectId\n" + string.Join('\n', ons));
        Assert.Equal(Lsoa.All.Select(a => a.Name), rows.Found);
        Assert.Empty(rows.Unclear);
    }

    [Theory]
    [InlineData("Loughborough Garendon", "CHA", 4)]
    [InlineData("garendon", "CHA", 4)]
    [InlineData("the whole district", "MEL", 30)]
    [InlineData("Melton", "MEL", 30)]
    [InlineData("Melton Mowbray", "MEL", 16)]
    [InlineData("Snibston South", "NWL", 1)]
    [InlineData("001", "MEL", 6)]
    [InlineData("Wigston", "MEL", 0)]
    [InlineData(" ", "MEL", 0)]
    public void Search_FindsByWardPlaceOrDistrict(string typed, string partnership, int count) =>
        Assert.Equal(count, AreaSearch.Find(typed, Partnership.Get(partnership).Districts).Count(a => a.IsOf(2021)));
}
