global using Platform.Bids.Assessments;
global using Platform.Bids.Bidding;
global using Platform.Bids.Data;
global using Platform.Bids.Decisions;
global using Platform.Bids.Grants;
global using Platform.Bids.Profiles;
global using Platform.Bids.Rounds;
