using Platform.Contracts;

namespace Platform.Reporting.Tests.Foi;

/// <summary>The answers of seed 000, from data.</summary>
[Rule]
public sealed class AnswerFromDataTests
{
    [Fact]
    public void Areas_OfSeed000_AreWrittenAsItWritesThem() =>
        Assert.Equal(
            """
            The areas covered are:
            Westcotes (City) - Leicester 023A, 023B, 023D and 023G
            Braunstone Frith (city) - Leicester 039B, 039C and 020A
            Charnwood - Charnwood 001E, 003F and 004C
            """,
            GivenFoi.Built(AnswerSource.Areas).Text
        );

    [Fact]
    public void Cameras_OfSeed000_AreThere_ByModelDescriptionAndNumber()
    {
        var answer = GivenFoi.Built(AnswerSource.Cameras);

        Assert.Equal(
            """
            Westcotes (City): 3 x Automatic Number Plate Recognition (ANPR) cameras (I am unable to give you more details of them), 6 x WCCTV 4GIR Mini Dome + cameras.
            Braunstone Frith (city): 2 x Automatic Number Plate Recognition (ANPR) cameras (I am unable to give you more details of them), 6 x WCCTV 4GIR Mini Dome + cameras.
            Charnwood: 2 x Automatic Number Plate Recognition (ANPR) cameras (I am unable to give you more details of them), 9 - Fully functional, PTZ cameras, 1 - Static, doorway camera (Fixed dome camera).
            The CCTV cameras for Charnwood have not yet been purchased so exact models cannot be given.
            """,
            answer.Text
        );
        Assert.Equal(
            new FoiWithheld(
                "Automatic Number Plate Recognition (ANPR) cameras: model and description",
                "31",
                GivenFoi.PublicInterest,
                false
            ),
            Assert.Single(answer.Withheld)
        );
        Assert.DoesNotContain("Fixed,", answer.Text);
    }

    [Fact]
    public void Cameras_BoughtSince_AreNamedByTheirModel_AndWhatIsLeftIsToBeBought()
    {
        var project = GivenFoi.Projects[2] with
        {
            Bought =
            [
                new(GivenFoi.Cctv, "Hik 4", "Fully functional, PTZ cameras", 4),
                new(GivenFoi.Cctv, "Hik 4", "Fully functional, PTZ cameras", 3),
            ],
        };

        var text = new AnswerFromData([project], GivenFoi.WithoutAnpr).Of(AnswerSource.Cameras).Text;

        Assert.Contains("7 x Hik 4 cameras (Fully functional, PTZ cameras), bought", text);
        Assert.Contains("2 - Fully functional, PTZ cameras, to be bought", text);
        Assert.Contains("1 - Static, doorway camera (Fixed dome camera), to be bought", text);
        Assert.DoesNotContain("may change", text);
        var challenged = new AnswerFromData([project with { IsChallenged = true }], GivenFoi.WithoutAnpr).Of(AnswerSource.Cameras).Text;
        Assert.EndsWith(
            "\nThe details of what was bought for Charnwood may change: I have asked for them to be corrected or confirmed.",
            challenged
        );
    }

    [Fact]
    public void Cameras_OfTwoInterventionsAtOnePlace_AreOneLine()
    {
        var one = GivenFoi.Projects[2] with { Planned = [new(GivenFoi.Cctv, "A 1", "", 2)] };

        Assert.Equal(
            "Charnwood: 2 x A 1 cameras, 1 x B 2 camera.",
            new AnswerFromData([one, one with { InterventionId = Guid.NewGuid(), Planned = [new(GivenFoi.Cctv, "B 2", "", 1)] }], [])
                .Of(AnswerSource.Cameras)
                .Text
        );
    }

    [Fact]
    public void Cameras_None_IsMadeClear() =>
        Assert.Equal(
            "No CCTV cameras are planned.",
            new AnswerFromData([GivenFoi.Projects[0] with { Planned = [new("Alley gate", "", "Steel", 4)] }], [])
                .Of(AnswerSource.Cameras)
                .Text
        );

    [Fact]
    public void Cameras_EverythingWithheld_IsARefusalOfTheWhole()
    {
        var answer = new AnswerFromData(
            GivenFoi.Projects[..1],
            [new(GivenFoi.Anpr, Withholding.OfCameras, "31", "x"), new(GivenFoi.Cctv, Withholding.OfCameras, "31", "x")]
        ).Of(AnswerSource.Cameras);

        Assert.Equal("I am unable to give you this information.", answer.Text);
        Assert.All(answer.Withheld, w => Assert.True(w.IsWhole));
    }

    [Theory]
    [InlineData(Withholding.Model, "6 x CCTV cameras (I am unable")]
    [InlineData(Withholding.Number, ", WCCTV 4GIR Mini Dome + cameras (I am unable to give you more details of them, or their number)")]
    public void Cameras_FieldWithheld_IsNotInTheWords(string field, string expected)
    {
        var text = new AnswerFromData(GivenFoi.Projects[..1], [new(GivenFoi.Cctv, [field], "31", "x")]).Of(AnswerSource.Cameras).Text;

        Assert.Contains(expected, text);
        Assert.Equal(field != Withholding.Model, text.Contains("WCCTV", StringComparison.Ordinal));
        Assert.Equal(field != Withholding.Number, text.Contains('6'));
    }

    [Fact]
    public void Areas_Withheld_NameNone()
    {
        var answer = new AnswerFromData(GivenFoi.Projects, [new(Withholding.Areas, ["areas"], "31", "x")]).Of(AnswerSource.Areas);

        Assert.DoesNotContain("Leicester", answer.Text);
        Assert.True(Assert.Single(answer.Withheld).IsWhole);
    }

    [Fact]
    public void Areas_OfInterventionsOfOneBid_AreSaidOnce()
    {
        var one = GivenFoi.Projects[2];

        Assert.Equal(
            "The areas covered are:\nCharnwood - Charnwood 001E, 003F and 004C",
            new AnswerFromData([one, one with { InterventionId = Guid.NewGuid(), Name = "Lights" }], []).Of(AnswerSource.Areas).Text
        );
    }

    [Theory]
    [InlineData("Leicester 023A", "Leicester 023A")]
    [InlineData("Blaby 001A,Blaby 002B,Melton 003C", "Blaby 001A and 002B; Melton 003C")]
    [InlineData("E01025614,E01025615", "E01025614 and E01025615")]
    public void Areas_AreWrittenAsPeopleDo(string areas, string expected) => Assert.Equal(expected, AreaWords.List(areas.Split(',')));
}
