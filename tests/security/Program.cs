using Platform.Security;

// Attacks a platform that runs, or reads what it is made of; run starts one and calls this for each part. Every part prints its part of
// the report, and ends with 1 where something did not hold.
return args switch
{
    ["attack", var address, var data, var documents] => await Attacker.RunAsync(address, data, documents),
    ["session", var address, var data] => await Attacker.PrintSessionAsync(address, data),
    ["licences", var list, .. var documents] => Licences.Check(list, documents),
    _ => 2,
};
