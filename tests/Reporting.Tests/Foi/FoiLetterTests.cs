using Platform.Contracts;

namespace Platform.Reporting.Tests.Foi;

/// <summary>The letters of seeds 000 and 002, in their words.</summary>
[Rule]
public sealed class FoiLetterTests
{
    [Fact]
    public void Letter_OfSeed000_SaysWhatItSays()
    {
        var request = GivenFoi.Received();
        request.Draft(GivenFoi.Answers000, Given.Ann, GivenFoi.Noon(new(2021, 3, 3)));

        var letter = FoiLetter.Of(request, GivenFoi.Office, FoiSentences.Usual, new(2021, 3, 3));

        string[] expected =
        [
            "Office of the Police and Crime Commissioner for Leicestershire\nPolice Headquarters, St John's, Enderby, Leicester LE19 "
                + "2BX\nTelephone 0116 229 8980",
            "Our ref: 1680/21\nDate: 3 March 2021",
            "Dear Robin Ashby,",
            "Freedom of Information Act 2000",
            "I write further to your request for information received on 4 February 2021",
            "I note you seek access to the following information:",
            "The request concerns the investment made by the Home Office into your district under the Safer Streets Fund, announced in "
                + "July 2020.",
            "1. All the LSOAs (lower super output areas) under your jurisdiction that the intervention area covers",
            "Following receipt of your request, searches were conducted within Leicestershire Police to locate information relevant to "
                + "your request.",
            "Your request for information has now been considered and the information asked for is as follows:",
            "Westcotes (City) - Leicester 023A, 023B, 023D and 023G",
            "Braunstone Frith (city) - Leicester 039B, 039C and 020A",
            "Charnwood - Charnwood 001E, 003F and 004C",
            "2. The specification for CCTV that will be installed in these areas including:",
            "3 x Automatic Number Plate Recognition (ANPR) cameras (I am unable to give you more details of them)",
            "6 x WCCTV 4GIR Mini Dome + cameras",
            "9 - Fully functional, PTZ cameras, 1 - Static, doorway camera (Fixed dome camera)",
            "The CCTV cameras for Charnwood have not yet been purchased",
            "so exact models cannot be given.",
            "this letter constitutes a refusal notice under section 17(1) of the Freedom of Information Act 2000 because an exemption "
                + "under section 31 of the Act is being applied",
            $"The public interest: {GivenFoi.PublicInterest}",
            "provides you the right to ask for a re-examination of your request under its review procedure. Letters should be addressed "
                + "to the Executive Director/Deputy Chief Executive at the above address.",
            "you have the right to direct your comments to the Information Commissioner who will give it consideration.",
            "You may re-use the information under the Open Government Licence.",
            "Yours sincerely\n\nFreedom of Information Officer\nFor the Office of the Police and Crime Commissioner",
            "will not breach the Copyright, Designs and Patents Act 1988. However, the rights of the copyright owner of the enclosed "
                + "information will continue to be protected by law.",
        ];
        var from = 0;
        foreach (var words in expected)
        {
            var at = letter.IndexOf(words, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"Not there, or not in its place: {words}\n\n{letter}");
            from = at;
        }
    }

    [Fact]
    public void Letter_OfSeed002_RefusesPartsUnderSection21_AndAnswersThreeQuestionsAtOnce()
    {
        var site = "http://www.leicester.gov.uk/your-council/how-we-work/data-protection-and-foia/transparency-and-open-data";
        var request = GivenFoi.Received(GivenFoi.Seed002);
        Assert.Equal(5, request.Details.Questions.Count);
        FoiWithheld Elsewhere(string what) => new(what, "21", "", true) { Address = site };
        var drafted = request.Draft(
            [
                new(
                    "Please visit Leicester City Council – Transparency and Open Data site. Go to CCTV and download the full list of "
                        + "cameras and locations.",
                    true,
                    [Elsewhere("the number of cameras")]
                ),
                new("As above", true, [Elsewhere("the names of the streets")]),
                GivenFoi.Words(""),
                GivenFoi.Words(""),
                GivenFoi.Words("The control room operates 24hrs a day all year round."),
            ],
            Given.Ann,
            GivenFoi.Noon(new(2021, 5, 20))
        );
        Assert.True(drafted.IsDone);
        Assert.True(request.MayAnswer().IsDone);

        var letter = FoiLetter.Of(request, GivenFoi.Office, FoiSentences.Usual, new(2021, 5, 20));

        Assert.Contains(
            "this letter constitutes a refusal notice under section 17(1) of the Freedom of Information Act 2000 because an exemption "
                + $"under section 21 of the Act is being applied to the number of cameras, namely "
                + $"the information is accessible by other means: {site}",
            letter
        );
        Assert.Contains(
            "3. How many days a year CCTV and ANPR cameras are actively monitored\n\n4. How many hours a day CCTV and ANPR cameras are "
                + "actively monitored and at what specific times\n\n"
                + "5. How many days/hours a year these CCTV and ANPR cameras are recording footage for\n\nThe control room operates "
                + "24hrs a day all year round.",
            letter
        );
        Assert.DoesNotContain("public interest", letter);
        Assert.Equal(FoiOutcome.PartlyRefused, FoiRequest.OutcomeOf(request.Details.Answers));
    }

    [Fact]
    public void Letter_OfARefusalForCost_IsANoticeUnderSection17_5() =>
        Assert.Contains(
            "a refusal notice under section 17(5) of the Freedom of Information Act 2000 because section 12 of the Act applies to all of "
                + "it",
            FoiLetter.Notice(new("all of it", "12", "Reading every file takes 400 hours.", true), FoiSentences.Usual)
        );

    [Fact]
    public void Letter_InTheOfficesOwnSentences()
    {
        var request = GivenFoi.Received();
        request.Draft([GivenFoi.Words("a"), GivenFoi.Words("b")], Given.Ann, GivenFoi.Noon(new(2021, 3, 3)));
        var sentences = new FoiSentences(
            new Dictionary<string, string>
            {
                [FoiSentences.Opening] = "Thank you for your request of {{received}}.",
                [FoiSentences.Review] = "Complain to {{review}}, then to the Information Commissioner.",
                [FoiSentences.Copyright] = "",
            }
        );

        var letter = FoiLetter.Of(request, GivenFoi.Office, sentences, new(2021, 3, 3));

        Assert.Contains("Thank you for your request of 4 February 2021.\n\nI note you seek access", letter);
        Assert.Contains(
            "Complain to the Executive Director/Deputy Chief Executive at the above address, then to the Information Commissioner.",
            letter
        );
        Assert.DoesNotContain("Copyright", letter);
        Assert.DoesNotContain("{{", letter);
    }

    [Fact]
    public void Letter_WithNothingWithheld_IsNoRefusal()
    {
        var request = GivenFoi.Received();
        request.Draft([GivenFoi.Words("a"), GivenFoi.Words("b")], Given.Ann, GivenFoi.Noon(new(2021, 3, 3)));

        Assert.DoesNotContain("refusal notice", FoiLetter.Of(request, GivenFoi.Office, FoiSentences.Usual, new(2021, 3, 3)));
    }

    [Fact]
    public void Exemptions_AreThoseOfTheAct() =>
        Assert.Equal(
            ["12", "14", "21", "22", "24", "30", "31", "32", "36", "38", "40", "41", "42", "43", "44"],
            Exemption.All.Select(e => e.Section)
        );
}
