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
    public void Read_AsTheFreedomOfInformationAnswerWroteThem_FindsAllTen(string typed) => Assert.Equal(Ten, Areas.Read(typed));

    [Theory]
    [InlineData(
        "Hinckley and Bosworth 001A, 002B and Oadby and Wigston 003C",
        "Hinckley and Bosworth 001A|Hinckley and Bosworth 002B|Oadby and Wigston 003C"
    )]
    [InlineData("North West Leicestershire 004D", "North West Leicestershire 004D")]
    [InlineData("Melton 001A, Melton 001A", "Melton 001A")]
    [InlineData("e01025614, W01000001", "E01025614|W01000001")]
    [InlineData("Nowhere 001A, 002B", "Nowhere 001A|Nowhere 002B")]
    [InlineData("001A", "001A")]
    [InlineData("Melton 001A, the park, Melton 002B, town centre", "Melton 001A|the park|Melton 002B|town centre")]
    [InlineData("Melton 001A, 002 and 003C", "Melton 001A|002|Melton 003C")]
    [InlineData(" \n ", "")]
    [InlineData(null, "")]
    public void Read_OtherTexts_KeepsWhatIsNotUnderstood(string? typed, string areas) =>
        Assert.Equal(areas, string.Join('|', Areas.Read(typed)));

    [Theory]
    [InlineData("Melton 001A", null)]
    [InlineData("E01025614", null)]
    [InlineData("Leicester 023A", "Leicester 023A is not in Melton")]
    [InlineData(
        "Nowhere 001A",
        "“Nowhere 001A” is not an area we know. Write a district and numbers, like Melton 001A, 001B, or a code like E01025614"
    )]
    [InlineData("001A", "“001A” is not an area we know. Write a district and numbers, like Melton 001A, 001B, or a code like E01025614")]
    [InlineData(
        "town centre",
        "“town centre” is not an area we know. Write a district and numbers, like Melton 001A, 001B, or a code like E01025614"
    )]
    [InlineData(
        "E0102561",
        "“E0102561” is not an area we know. Write a district and numbers, like Melton 001A, 001B, or a code like E01025614"
    )]
    public void Problem_SaysWhy(string area, string? problem) => Assert.Equal(problem, Areas.Problem(area, Partnership.Get("MEL")));
}
