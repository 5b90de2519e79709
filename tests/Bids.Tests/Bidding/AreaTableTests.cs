namespace Platform.Bids.Tests.Bidding;

[Rule]
public sealed class AreaTableTests
{
    private static readonly AreaTable Table = new(
        new StringReader(
            "vintage,code,name\n2011,E01000001,Leicester 023A\n2021,E01000001,Leicester 023A\n2021,E01000002,Melton 001A\n,,\"Bristol, "
                + "City of 001A\"\nbroken\n"
        )
    );

    [Fact]
    public void Read_NameAndCodeOfOneArea_AreOneArea() =>
        Assert.Equal(["Leicester 023A", "E01000009"], Areas.Read("E01000001, Leicester 023A and e01000009", Table));

    [Theory]
    [InlineData("Leicester 023A", 2011, null)]
    [InlineData("Leicester 023A", null, null)]
    [InlineData("Bristol, City of 001A", 2011, null)]
    [InlineData("Melton 001A", 2011, "In our table for 2021, not for 2011: check it")]
    [InlineData("Melton 009Z", 2021, "Not in our table: check it")]
    public void Note_SaysWhatToCheck(string area, int? vintage, string? note) => Assert.Equal(note, Table.Note(area, vintage));

    [Fact]
    public void Shipped_KnowsTheAreasOfSeed000() =>
        Assert.All(
            Areas.Read("Leicester 023A, 023B, 023D and 023G, Leicester 039B, 039C and 020A, Charnwood 001E, 003F and 004C"),
            a => Assert.Null(AreaTable.Open(null).Note(a, 2011))
        );

    [Fact]
    public void Columns_Missing_AreSaid() => Assert.Throws<InvalidDataException>(() => new AreaTable(new StringReader("code,label\n")));
}
