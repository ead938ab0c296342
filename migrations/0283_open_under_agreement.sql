-- The program asks what an agreement would open of somebody before a colleague opens it to a party, so that nothing is opened that would show nothing.
grant execute on function shared_categories(uuid, uuid, uuid, uuid, text[], timestamptz, date) to onedoor_worker;
